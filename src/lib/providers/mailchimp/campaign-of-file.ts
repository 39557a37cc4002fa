import { baseName, stemOf } from '#lib/file-name.ts';

/**
 * The campaign of a file of the account export, which only its name tells: the number before the
 * first `_`, in the file's name or after the folders that unpacking programs put into it.
 */
export function campaignOfFile(path: string): string | null {
	const name = baseName(path).replace(/^(granular|aggregate)_activity_([a-z_]+_)?(?=\d)/, '');
	return /^(\d+)(?=[_.-]|$)/.exec(name)?.[1] ?? null;
}

/** What is left of the campaign's title in the file's name. */
export function titleOfFile(path: string): string | undefined {
	const name = stemOf(path);
	const slug = /(?<!\d)\d+_[-_]*([^]+)/.exec(name)?.[1];
	return slug?.replace(/[-_]+/g, ' ').trim() || undefined;
}

/** Whether a file has a name that the account export or a report gives: its folder, or a long number first. */
export function isCalledByMailchimp(path: string): boolean {
	return /(?:granular|aggregate)_activity/.test(path) || /^\d{5,}[_-]/.test(baseName(path));
}

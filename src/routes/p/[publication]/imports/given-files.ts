import { Trouble } from '#lib/trouble.ts';
import { markupIn, pastedIssueName } from './pasted.ts';

/** A file as a form without scripts sends it, or an issue that was pasted into one. */
export type GivenFile = { name: string; size: number; stream: () => ReadableStream<Uint8Array> };

/**
 * What a form without scripts gives: files, as many as were chosen, and what was pasted.
 *
 * @throws {Trouble} nothingGiven
 */
export function givenFiles(form: FormData, now: number): GivenFile[] {
	const files: GivenFile[] = [];
	for (const one of form.getAll('file')) {
		// where none was chosen a browser sends one without a name
		const name = one instanceof File ? (one.name.split(/[/\\]/).at(-1)?.trim() ?? '') : '';
		if (one instanceof File && name !== '')
			files.push({ name, size: one.size, stream: () => one.stream() });
	}
	const text = String(form.get('pasted') ?? '');
	if (text.trim()) {
		const issue = new Blob([text]);
		const name = pastedIssueName(markupIn(text), new Date(now));
		files.push({ name, size: issue.size, stream: () => issue.stream() });
	}
	if (files.length === 0) throw new Trouble('nothingGiven');
	return files;
}

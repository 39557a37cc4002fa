import { plainHeader } from '../words/header-words.ts';

const START =
	/\b(start(s|ed|ing)?|begin(s|ning)?|from|since|debut|du|depuis|ab|von|beginn?|desde|inicio|comienzo|dal|inizio|da|vanaf|van|de|inicio)\b/;
const END =
	/\b(end(s|ed|ing)?|finish(es|ed)?|to|until|till|through|fin|au|jusqu\w*|bis|ende|hasta|al|fine|tot|einde|ate|fim)\b/;

/**
 * The two columns that name a span, start and end: `Start date, End date`, `du, au`, `Reporting
 * starts, Reporting ends`. Null where a header has no such pair.
 */
export function spanColumns(header: readonly string[]): { from: number; to: number } | null {
	const names = header.map(plainHeader);
	for (const [from, name] of names.entries()) {
		if (!START.test(name)) continue;
		const rest = without(name, START);
		const to = names.findIndex(
			(other, i) => i !== from && END.test(other) && without(other, END) === rest
		);
		// a sender and a recipient are no dates
		if (to !== -1 && !/\b(mail|e ?mail|address|adresse|name|number)\b/.test(rest))
			return { from, to };
	}
	return null;
}

function without(name: string, words: RegExp): string {
	return name.replace(words, ' ').replace(/\s+/g, ' ').trim();
}

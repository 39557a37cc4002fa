import { lineKey } from './line-key.ts';
import { countWords, type Line } from '../lines/line.ts';
import { maybeFrame } from './trace.ts';
import type { Signed } from '../lines/signs.ts';
import type { Hints } from './hints.ts';

/**
 * Lines without those of the frame, and these: what stands in most issues of the publication at the top
 * and at the end, without anything else between. In the middle an item may be called the same each time.
 */
export function withoutFrame(
	lines: readonly Line[],
	hints: Hints | null
): { kept: Line[]; framed: Line[] } {
	const codes = lines.map((line) => (hints?.size && maybeFrame(line) ? lineKey(line) : null));
	const recurs = codes.map((code) => code !== null && hints!.has(`frame ${code}`));
	if (!recurs.includes(true)) return { kept: [...lines], framed: [] };

	const telling = ({ text }: Line) => countWords(text) > 0;
	const isOther = (line: Line, i: number) => !recurs[i] && telling(line);
	const first = lines.findIndex(isOther);
	const last = lines.findLastIndex(isOther);
	const top = recurs.lastIndexOf(true, Math.max(0, first));
	const end = recurs.indexOf(true, last);

	const kept: Line[] = [];
	const framed: Line[] = [];
	lines.forEach((line, i) => {
		const outside = (i <= top && i < first) || (end >= 0 && i >= end && i > last);
		const between = recurs[i] && !line.links.length && !line.level && !line.bold;
		(outside || between ? framed : kept).push(line);
	});
	// a document that is all frame is one that says the same again
	return kept.some(telling) ? { kept, framed } : { kept: [...lines], framed: [] };
}

/** Whether an HTML part says of every line whether it begins a story or a section. */
export function isByHtmlPart(hints: Hints | null): boolean {
	for (const word of hints ?? []) if (word.startsWith('begins ')) return true;
	return false;
}

/** A text's lines with the signs that its HTML gives them: its titles begin stories, nothing else does. */
export function withHtmlHints(signed: readonly Signed[], hints: Hints | null): readonly Signed[] {
	if (!hints || !isByHtmlPart(hints)) return signed;
	return signed.map((one): Signed => {
		const code = lineKey(one.line);
		if (code && !one.line.links.length && hints.has(`heads ${code}`))
			return { ...one, sign: 'heading', look: 'section' };
		if (!code || !hints.has(`begins ${code}`)) return { ...one, sign: null, inner: true };
		const line = { ...one.line, level: 3, bold: true, bullet: false };
		return { line, sign: line.links.length ? 'linked' : 'heading', look: 'title' };
	});
}

/** Whether a line of a text is a section in its HTML. */
export function headsByHtmlPart({ line }: Signed, hints: Hints): boolean {
	const code = lineKey(line);
	return code !== null && !line.links.length && hints.has(`heads ${code}`);
}

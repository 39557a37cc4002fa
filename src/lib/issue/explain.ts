import { headingKey, isSectionWord } from './lines/words.ts';
import { isByHtmlPart } from './template/apply-hints.ts';
import { wordsOf } from './outline.ts';
import { signatureOf } from './lines/signatures.ts';
import type { Piece } from './cut.ts';
import type { Line } from './lines/line.ts';
import type { Signed } from './lines/signs.ts';
import type { Hints } from './template/hints.ts';

/** What a block of a document was read as. */
export type BlockKind =
	| 'masthead'
	| 'section'
	| 'title'
	| 'story'
	| 'frame'
	| 'tools'
	| 'other'
	| 'foot';

/** The rule or evidence by which it was. */
export type BlockReason =
	| 'aboveStories'
	| 'leavingOrLaw'
	| 'signedByService'
	| 'recursInIssues'
	| 'toolsOfService'
	| 'announcesBelow'
	| 'recursAsSection'
	| 'looksAsSections'
	| 'saidByTwin'
	| 'sectionWord'
	| 'overStories'
	| 'looksAsTitles'
	| 'standsOut'
	| 'isLink'
	| 'firstWords'
	| 'listEntry'
	| 'firstSentence'
	| 'belowTitle'
	| 'noStory';

/** One block of a document, in its order, and what made it what it is; `item` counts from 1. */
export type ExplainedBlock = {
	text: string;
	as: BlockKind;
	because: BlockReason;
	item: number | null;
};

/** What became of a document's lines on the way. */
export type Steps = {
	lines: readonly Line[];
	head: readonly Line[];
	framed: readonly Line[];
	furniture: readonly Line[];
	contents: readonly Line[];
	foot: readonly Line[];
	signed: readonly Signed[];
	sections: readonly Line[];
	pieces: readonly Piece[];
	hints: Hints | null;
};

/** As much of a block's words as tells which it is. */
const LONGEST = 140;

/** Says of each block of a document what it was read as, and why. */
export function explainBlocks(steps: Steps): ExplainedBlock[] {
	const said = new Map<Line, Omit<ExplainedBlock, 'text'>>();
	const note = (lines: readonly Line[], as: BlockKind, because: BlockReason) => {
		for (const line of lines) said.set(line, { as, because, item: null });
	};
	note(steps.head, 'masthead', 'aboveStories');
	note(steps.framed, 'frame', 'recursInIssues');
	note(steps.furniture, 'tools', 'toolsOfService');
	note(steps.contents, 'other', 'announcesBelow');
	for (const line of steps.foot)
		note([line], 'foot', signatureOf(line.text) ? 'signedByService' : 'leavingOrLaw');
	for (const line of steps.sections) note([line], 'section', whySection(line, steps.hints));

	const signs = new Map(steps.signed.map((one) => [one.line.path, one]));
	steps.pieces.forEach(({ title, lines }, i) => {
		const first = title ?? lines.find(({ text, image }) => text || image);
		for (const line of lines) {
			const because =
				line === first ? whyTitle(line, title, signs.get(line.path), steps.hints) : 'belowTitle';
			said.set(line, { as: line === first ? 'title' : 'story', because, item: i + 1 });
		}
	});

	// a text's lines are others where its HTML tells what they are
	const byPath = new Map([...said].map(([line, what]) => [line.path, what]));
	return steps.lines
		.filter((line) => line.text || line.image || line.links.length)
		.map((line) => ({
			text: (wordsOf(line) || (line.links[0]?.url ?? '')).slice(0, LONGEST),
			...(said.get(line) ??
				byPath.get(line.path) ?? { as: 'other', because: 'noStory', item: null })
		}));
}

function whySection(line: Line, hints: Hints | null): BlockReason {
	const words = wordsOf(line);
	if (hints && isByHtmlPart(hints)) return 'saidByTwin';
	if (hints?.has(`section ${headingKey(words)}`)) return 'recursAsSection';
	for (const word of hints ?? []) if (word.startsWith('headed ')) return 'looksAsSections';
	return isSectionWord(words) ? 'sectionWord' : 'overStories';
}

function whyTitle(
	line: Line,
	title: Line | null,
	one: Signed | undefined,
	hints: Hints | null
): BlockReason {
	if (!title) return 'firstSentence';
	if (hints && isByHtmlPart(hints)) return 'saidByTwin';
	if (one && hints?.has(`title ${one.look}`)) return 'looksAsTitles';
	if (line.bullet) return 'listEntry';
	if (one?.sign === 'boldLead' || one?.sign === 'runIn') return 'firstWords';
	return one?.sign === 'linked' ? 'isLink' : 'standsOut';
}

import { m } from '#lib/messages/compiled/messages.js';
import type { SuggestionAgreement } from '#lib/server/figures/content/suggestion-agreement.ts';
import { declare } from '../declare.ts';

type Band = SuggestionAgreement['bands'][number];
type OfTopic = SuggestionAgreement['topics'][number];
type Row = Pick<Band, 'n' | 'right' | 'confidence' | 'share' | 'low' | 'high'>;

/** Right of those made, with the interval of that share and a tick for how sure they said to be. */
const columns = [
	{ key: 'n', head: m['agreement.n'], kind: 'count' },
	{ key: 'right', head: m['agreement.right'], kind: 'count' },
	{
		key: 'drawn',
		head: m['agreement.drawn'],
		file: false,
		draw: {
			as: 'bar',
			full: 1,
			of: ({ share, low, high, confidence }: Row) => ({
				value: share,
				low,
				high,
				expected: confidence
			})
		}
	},
	{ key: 'share', head: m['agreement.share'], kind: 'share', of: 'n', main: true },
	{ key: 'low', kind: 'share' },
	{ key: 'high', kind: 'share' },
	{ key: 'confidence', head: m['agreement.confidence'], kind: 'share' }
] as const;

/** The calibration curve: of suggestions said to be so sure, how many the editor agreed with. */
export const agreementBandTable = declare<Band>()({
	name: 'suggestions',
	columns: [
		{
			key: 'band',
			head: m['agreement.band'],
			cell: ({ from, to }, formats) => formats.between(from, to, formats.share)
		},
		...columns
	],
	views: {
		figure: ['band', 'n', 'right', 'drawn', 'share', 'confidence'],
		terminal: ['band', 'n', 'right', 'share', 'low', 'high', 'confidence']
	}
});

export const agreementTopicTable = declare<OfTopic>()({
	name: 'suggestions-topics',
	columns: [{ key: 'topic' }, ...columns],
	views: {
		figure: ['topic', 'n', 'drawn', 'share'],
		terminal: ['topic', 'n', 'right', 'share', 'low', 'high', 'confidence']
	}
});

import { agreementOf, type Agreed } from '#lib/topics/agreement.ts';
import { examplesOf } from '#lib/topics/examples.ts';
import { wilson } from '#lib/measure/stats/wilson.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { confirmedItems, topicsOf } from '../../store/content/topics.ts';
import { derived } from '../archive.ts';
import { beside } from '../beside.ts';
import { topicName } from './items.ts';

/** Suggestions compared with the editor's topics, with the 90 % interval of the share that was right. */
export type AgreementRow = Agreed & { share: number; low: number; high: number };

export type SuggestionAgreement = {
	/** null if a person assigned topics to too few items */
	all: AgreementRow | null;
	/** by confidence: from, and to below */
	bands: (AgreementRow & { from: number; to: number })[];
	topics: (AgreementRow & { topicId: number; topic: string })[];
};

/** How suggestions of topics agree with the editor of this publication. */
export const suggestionAgreement = beside(
	'suggestion agreement',
	(db: Db, publication: Publication): Promise<SuggestionAgreement> =>
		derived(db, publication, 'suggestion agreement', () => makeAgreement(db, publication))
);

async function makeAgreement(db: Db, publication: Publication): Promise<SuggestionAgreement> {
	const topics = (await topicsOf(db, publication.id)).filter(({ archived }) => !archived);
	const agreement = agreementOf(examplesOf(await confirmedItems(db, publication.id)), topics);
	if (!agreement || agreement.n === 0) return { all: null, bands: [], topics: [] };
	const byKey = new Map(topics.map((topic) => [topic.key, topic]));
	return {
		all: rowOf(agreement),
		bands: agreement.bands.map(({ from, to, ...agreed }) => ({ from, to, ...rowOf(agreed) })),
		topics: agreement.topics.map(({ topic, ...agreed }) => {
			const known = byKey.get(topic)!;
			return { topicId: known.id, topic: topicName(known, publication), ...rowOf(agreed) };
		})
	};
}

function rowOf({ n, right, confidence }: Agreed): AgreementRow {
	const [low, high] = wilson(right, n);
	return { n, right, confidence, share: right / n, low, high };
}

import type { RoleColumns, Recogniser } from '../../recogniser.ts';
import { plainWord } from '../../words/languages.ts';

/** Words that every column of events and states is read by, for what a person says that theirs mean. */
const spoken = {
	open: 'open',
	click: 'click',
	delivery: 'delivered',
	unsubscribe: 'unsubscribe',
	bounce: 'bounce',
	complaint: 'complaint',
	active: 'active',
	left: 'unsubscribed',
	bounced: 'bounced',
	pending: 'pending'
} as const;

/** What a word of a column of events or states can be said to mean; `other` is known and not kept. */
export const meanings = [...(Object.keys(spoken) as (keyof typeof spoken)[]), 'other'] as const;

export type Meaning = (typeof meanings)[number];

/** The same recogniser, which takes words of events and states as a person said that they are meant. */
export function withSaidWords(
	recogniser: Recogniser,
	columns: RoleColumns,
	words: Readonly<Record<string, Meaning>>
): Recogniser {
	const said = new Map(Object.entries(words).map(([word, means]) => [plainWord(word), means]));
	const wordColumns = [columns.event, columns.status].filter((column) => column !== undefined);

	return {
		...recogniser,
		reader(...given) {
			const read = recogniser.reader(...given);
			return (row) => {
				let own = row;
				for (const column of wordColumns) {
					const means = said.get(plainWord(row[column] ?? ''));
					if (means === 'other') return { skip: 'otherEvent' };
					if (means === undefined) continue;
					// not a copy: who watches which cells are read goes on seeing them
					if (own === row) own = Object.create(row) as string[];
					own[column] = spoken[means];
				}
				return read(own);
			};
		}
	};
}

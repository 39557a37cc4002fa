import { eventOf, isByMachine } from './event-words.ts';
import { eventReader, textOf, type EventHow } from './event-reader.ts';
import type { EventKind, SkipCode } from '../facts.ts';
import { columnFinder } from '../headers.ts';
import { planned, type Plan } from './plan.ts';
import type { FileFacts, Recogniser } from '../recogniser.ts';
import { yesOrNo } from './subscriber-reader.ts';

type EventPlan = Omit<Plan, 'kind' | 'instants' | 'needs' | 'reader'> & {
	kind?: Plan['kind'];
	/** words of the service, lower-case, that mean something else than they usually do; null is known and not kept */
	words?: Record<string, EventKind | null>;
	/** what all rows of a file are about, where no column says it: by its name or its columns */
	fileEvent?: (file: FileFacts) => EventKind | undefined;
	needs?: Plan['needs'];
	/** columns, normalised, in which the service says that no person did it: yes, or anything but no */
	bots?: readonly string[];
	/** what else differs from the text of the columns */
	how?: (file: FileFacts) => Partial<EventHow>;
};

const OTHER: { skip: SkipCode } = { skip: 'otherEvent' };

/** Makes the recogniser of a file with one event a row, by the usual words and those of the service. */
export function eventPlan({
	words = {},
	fileEvent,
	bots = [],
	how,
	kind = 'events',
	needs = ['at', 'address'],
	...plan
}: EventPlan): Recogniser {
	function eventOfWord(cell: string): EventKind | { skip: SkipCode } | null {
		const word = cell.trim().toLowerCase();
		if (Object.hasOwn(words, word)) return words[word] ?? OTHER;
		const event = eventOf(cell);
		return event === 'other' ? OTHER : event;
	}

	return planned({
		...plan,
		kind,
		needs,
		instants: ['at'],
		reader(file, columns, instants) {
			const said = columns.event;
			const ofFile = fileEvent?.(file);
			const find = columnFinder(file.table.header);
			const flags = bots.map((name) => find(name)).filter((column) => column !== undefined);
			const names = [columns.campaign, columns.campaignName, columns.subject];
			return eventReader(columns, instants, {
				event: (row) => (said === undefined ? (ofFile ?? null) : eventOfWord(row[said] ?? '')),
				campaign: (row) => {
					for (const column of names) {
						const name = textOf(row[column ?? -1]);
						if (name !== null) return name;
					}
					return null;
				},
				machine: (row) =>
					(said !== undefined && isByMachine(row[said] ?? '')) ||
					flags.some((column) => {
						const cell = textOf(row[column]);
						return cell !== null && yesOrNo(cell) !== false;
					}),
				...how?.(file)
			});
		}
	});
}

/** What a file is about by a word in its name or its folders, as services write it there: `emailClick`, `Opens.csv`. */
export function eventInName({ name }: FileFacts): EventKind | undefined {
	const text = name.toLowerCase();
	const match = NAMES.find(([words]) => words.test(text));
	return match?.[1];
}

const NAMES: [RegExp, EventKind][] = [
	[/unsub|opt-?outs?|statuschanges/, 'unsubscribe'],
	[/complain|spam|abuse/, 'complaint'],
	[/bounce/, 'bounce'],
	[/click/, 'click'],
	[/open/, 'open'],
	[/deliver|sends?\b|sent\b|emailsend|_sent/, 'delivery']
];

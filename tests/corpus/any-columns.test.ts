import { DAY } from '#lib/duration.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { Trouble } from '#lib/trouble.ts';
import { checkSource } from '#lib/server/ingest/reading/read.ts';

// Exports of no known service, whose columns are drawn from what services call theirs, in any order and
// among whatever else is said of a contact, a send or a link. Each is read by its own columns, or asked
// about: never by others.

const SENT = Date.UTC(2025, 2, 4, 6);
const now = Date.UTC(2026, 0, 1);

/** How a table writes its instants. */
const formats: ((at: number) => string)[] = [
	(at) => new Date(at).toISOString(),
	(at) => new Date(at).toISOString().slice(0, 16).replace('T', ' '),
	(at) => frenchDay(at) + new Date(at).toISOString().slice(10, 16).replace('T', ' '),
	(at) => String(Math.floor(at / 1000))
];

function frenchDay(at: number): string {
	return new Date(at).toISOString().slice(0, 10).split('-').reverse().join('/');
}

type Cell = (row: number, write: (at: number) => string) => string;
type Column = { header: string; cell: Cell; role?: string };

const of = (role: string, headers: readonly string[], cell: Cell) =>
	fc.constantFrom(...headers).map((header): Column => ({ header, cell, role }));
const beside = (header: string, cell: Cell): Column => ({ header, cell });

const reader: Cell = (row) => `reader${(row * 7) % 9}@example.com`;
const happened: Cell = (row, write) => write(SENT + ((row * 37) % 60) * 3_600_000 + row * 61_000);
const sent: Cell = (_row, write) => write(SENT);
const before: Cell = (row, write) => write(SENT - (100 + row * 11) * DAY);

const address = of(
	'address',
	['Email', 'Recipient', 'Member', 'Destinataire', 'Adresse de messagerie', 'Empfänger', 'Correo'],
	reader
);
const instant = of(
	'at',
	['Timestamp', 'Date', 'Occurred', 'Event time', 'Le', 'Horodatage', 'Zeitpunkt', 'Fecha y hora'],
	happened
);
const link = of(
	'url',
	['URL', 'Clicked URL', 'Lien', 'Lien cliqué', 'Destination', 'Enlace', 'Collegamento'],
	(row) => `https://example.com/2025/${['port', 'plage', 'budget'][row % 3]}`
);
const campaign = of(
	'campaign',
	['Campaign', 'Newsletter', 'Subject', 'Objet', 'Mail name', 'Envoi', 'Betreff'],
	(row) => `La lettre, n° ${14 + (row % 2)}`
);

/** What is said of a contact, a send or a link, beside what happened. */
const besides: readonly Column[] = [
	beside('First name', (row) => ['Anne', 'Bob', 'Chloé'][row % 3]!),
	beside('Phone', (row) => `+33 6 00 00 00 0${row % 9}`),
	beside('City', (row) => ['Lyon', 'Gent'][row % 2]!),
	beside('Score', (row) => String(row * 3)),
	beside('Position', (row) => String(1 + (row % 5))),
	beside('Last seen', before),
	beside('Signup date', before),
	beside('Date d’inscription', before),
	beside('Sent at', sent),
	beside('Date d’envoi', sent),
	beside('Last updated', before),
	beside('Sender email', () => 'letter@example.com'),
	beside('Referred by', (row) => (row % 4 ? '' : `friend${row}@example.net`)),
	beside('Message ID', (row) => `<${row}.a1@mail.example.com>`),
	beside('Opens', (row) => String(row % 6)),
	beside('View in browser', () => 'https://example.com/view/14'),
	beside('Website', (row) => `https://reader${row}.example.net/`),
	beside('Image', (row) => `https://example.com/images/${row}.png`),
	beside('Amount', (row) => (row % 3 ? '0' : '12.50')),
	beside('Notes', () => '')
];

const event = fc
	.constantFrom(['Event type', 'clicked', 'opened'], ['Événement', 'clic', 'ouverture'])
	.map(([header = '', click = '', open = '']) => ({
		header,
		cell: ((row) => (row % 3 ? open : click)) as Cell,
		role: 'event'
	}));

/** A file, with the columns that its reading must be made of. */
function exportOf(
	name: string,
	columns: fc.Arbitrary<Column>[],
	others: readonly Column[] = besides
) {
	return fc
		.record({
			own: fc.tuple(...columns),
			more: fc.subarray([...others], { maxLength: 5 }),
			write: fc.constantFrom(...formats),
			rows: fc.constantFrom(6, 18, 60),
			delimiter: fc.constantFrom(',', ';', '\t')
		})
		.chain(({ own, more, write, rows, delimiter }) =>
			fc
				.shuffledSubarray([...own, ...more], { minLength: own.length + more.length })
				.map((all) => ({
					name,
					own,
					text: [all, ...Array.from({ length: rows }, (_, row) => row)]
						.map((row) =>
							all
								.map(({ header, cell }) =>
									quoted(typeof row === 'number' ? cell(row, write) : header, delimiter)
								)
								.join(delimiter)
						)
						.join('\n')
				}))
		);
}

function quoted(cell: string, delimiter: string): string {
	return cell.includes(delimiter) ? `"${cell}"` : cell;
}

/** What a file is taken for without a question; null where somebody is asked. */
async function takenFor(name: string, text: string) {
	try {
		const read = await checkSource(bytesInMemory(name, text), { map: null, zone: 'UTC', now });
		return read.doubts.some(({ waits }) => waits) ? null : read;
	} catch (error) {
		if (error instanceof Trouble && error.code === 'fileNotRecognised') return null;
		throw error;
	}
}

/** Roles under which a reading may hold what names the send, and when somebody clicked or opened. */
const SAME: Record<string, readonly string[]> = {
	campaign: ['campaign', 'campaignName', 'subject', 'issue'],
	at: ['at', 'clicked', 'opened'],
	url: ['url'],
	address: ['address'],
	event: ['event'],
	joined: ['joined'],
	status: ['status']
};

const joined = of('joined', ['Signup date', 'Inscrit le', 'Created at', 'Subscribed at'], before);
const status = of('status', ['Status', 'Statut', 'Subscribed', 'Statut d’abonnement'], (row) =>
	row % 5 ? 'Active' : 'Unsubscribed'
);
const once = of(
	'address',
	['Email', 'Adresse e-mail', 'Member', 'E-Mail-Adresse'],
	(row) => `reader${row}@example.com`
);
const ofReaders = besides.filter(
	({ header }) => !/sent at|envoi|message|view|signup|inscription/i.test(header)
);

const kinds = [
	{
		name: 'clicks',
		files: exportOf('clicks.csv', [address, instant, link, campaign]),
		expected: ['clicks']
	},
	{
		name: 'ouvertures',
		files: exportOf('ouvertures.csv', [address, instant, campaign]),
		expected: ['opens']
	},
	{
		name: 'events',
		files: exportOf('export.csv', [address, instant, event, campaign]),
		expected: ['events']
	},
	{
		name: 'contacts',
		files: exportOf('contacts.csv', [once, joined, status], ofReaders),
		expected: ['subscribers']
	}
];

// what is drawn is the same each time: words that no rule can tell apart are no fault of a change elsewhere
const SEED = 20_251_130;

/** Reads files that are drawn; each that goes in by itself must be of one of the kinds, by its own columns. */
async function readAll(files: fc.Arbitrary<{ name: string; own: Column[]; text: string }>) {
	const drawn = fc.sample(files, { seed: SEED, numRuns: 200 });
	const kinds = new Set<string>();
	let taken = 0;
	for (const { name, text, own } of drawn) {
		const read = await takenFor(name, text);
		if (read === null) continue;
		taken++;
		kinds.add(read.kind);
		const [header] = text.split('\n');
		for (const { header: expected, role = '' } of own) {
			const found = SAME[role]!.map((same) => read.columns[same]);
			expect({ header, role, found }).toMatchObject({ found: expect.arrayContaining([expected]) });
		}
	}
	return { kinds: [...kinds].sort(), taken: taken / drawn.length };
}

test.each(kinds)(
	'$name with any columns beside its own → read by its own, or asked about; and most are read',
	async ({ files, expected }) => {
		const { kinds, taken } = await readAll(files);
		expect(kinds).toEqual(expected);
		expect(taken).toBeGreaterThan(0.85);
	}
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateScan, instants } from './dates.ts';

function decide(...cells: string[]) {
	const scan = dateScan();
	for (const cell of cells) scan.observe(cell);
	return scan.decide();
}

const iso = (ms: number | null) => ms && new Date(ms).toISOString();

test.each([
	// cells as the services' exports write them; all of 5 January 2021, 10:00 in Paris
	['2021-01-05T09:00:00.000Z', 'Substack, beehiiv API'],
	['2021-01-05T14:30:00+05:30', 'listmonk events'],
	['2021-01-05 09:00:00.123456 +0000 UTC', 'listmonk subscribers (Go)'],
	['2021-01-05 10:00:00.5 +0100 CET m=+0.001', 'Go with a named zone'],
	['2021-01-05 09:00:00.183465+00:00', 'Buttondown'],
	['2021-01-05 09:00:00 UTC', 'beehiiv'],
	['2021-01-05 09:00:00 +0000', 'Curated'],
	['2021-01-05 10:00:00', 'Mailchimp, ActiveCampaign'],
	['2021-01-05 10:00', 'without seconds'],
	['2021/01/05 10:00:00', 'with slashes'],
	['20210105T100000', 'MailUp'],
	['05-01-2021 10:00', 'Brevo'],
	['05/01/2021 10:00:00', 'day first'],
	['05.01.2021 10:00', 'dots'],
	['5/1/21 10:00', 'short'],
	['05-JAN-21 10.00.00.000 AM', 'databases'],
	['05.01.2021 10.00', 'points in the time'],
	['Jan 05, 2021 10:00 am', 'Mailchimp campaigns'],
	['Tue, Jan 5, 2021 10:00', 'Mailchimp campaign report'],
	['5 janvier 2021 à 10h00', 'French'],
	['mardi 5 janv. 2021 10:00', 'French, short'],
	['Tue, 05 Jan 2021 09:00:00 GMT', 'RFC 5322'],
	['Dienstag, 5. Januar 2021, 10.00 Uhr', 'German'],
	['Di., 05.01.2021 um 10:00 Uhr', 'German, in numbers'],
	['5. 1. 2021 10:00', 'German, apart'],
	['martes, 5 de enero de 2021, 10:00', 'Spanish'],
	['5 ene. 2021, 10:00 a. m.', 'Spanish, short'],
	['martedì 5 gennaio 2021 alle ore 10:00', 'Italian'],
	['5 gen 2021 10.00', 'Italian, short'],
	['dinsdag 5 januari 2021 om 10:00', 'Dutch'],
	['terça-feira, 5 de janeiro de 2021 às 10:00', 'Portuguese'],
	['terça-feira, 05/01/2021 - 10:00', 'Portuguese, in numbers'],
	['Tue Jan 05 2021 10:00:00 GMT+0100 (CET)', 'JavaScript'],
	['1609837200', 'unix seconds'],
	['1609837200000', 'unix milliseconds']
])('%s (%s) → 5 January 2021, 10:00 in Paris', (cell, _what) => {
	const at = instants({ order: 'dmy' }, 'Europe/Paris')(cell)!;
	expect(iso(Math.floor(at / 1000) * 1000)).toBe('2021-01-05T09:00:00.000Z');
});

test.each([
	'',
	'  ',
	'-',
	'yesterday',
	'2021-02-29 10:00:00',
	'31/31/2021',
	'12:25',
	'2021',
	'10:00:00 XYZ',
	'10 out of 12',
	'12 set of 24'
])('%j → no instant', (cell) => {
	expect(instants({ order: 'dmy' }, 'UTC')(cell)).toBeNull();
});

test('one day beyond the twelfth → the order of the whole column', () => {
	expect(decide('03/04/2024', '05/06/2024', '13/06/2024')).toMatchObject({
		order: 'dmy',
		ambiguous: false,
		pattern: 'DD/MM/YYYY',
		unreadable: 0
	});
	expect(decide('03/04/2024 10:00 PM', '06/13/2024 01:00 AM')).toMatchObject({
		order: 'mdy',
		ambiguous: false,
		pattern: 'MM/DD/YYYY hh:mm AM'
	});
});

test('dates that fit both orders → ambiguous, with an example; day and month always equal → not', () => {
	expect(decide('02/02/2024', '03/04/2024')).toMatchObject({
		ambiguous: true,
		example: '03/04/2024'
	});
	expect(decide('02/02/2024', '03/03/2024')).toMatchObject({ ambiguous: false });
});

test.each([
	[
		['13/07/2024', '07/14/2024', '05/06/2024'],
		['13/07/2024', '07/14/2024']
	],
	[['13/07/2024', '05/06/2024'], null],
	// one in ten may be a slip
	[['07/14/2024', ...Array.from({ length: 9 }, (_, i) => `${i + 13}/07/2024`)], null]
])(
	'%j → which of them have the day and the month first, where many have either',
	(cells, mixed) => {
		const scan = dateScan();
		for (const cell of cells) scan.observe(cell);
		expect(scan.decide().mixed).toEqual(mixed);
	}
);

test('dates in both orders → the majority’s, the others counted as unreadable', () => {
	expect(decide('13/04/2024', '14/04/2024', '04/15/2024')).toMatchObject({
		order: 'dmy',
		ambiguous: false,
		cells: 3,
		unreadable: 1
	});
});

test('a column of dates → its zone, precision and unreadable cells reported', () => {
	expect(decide('2024-01-02 10:00:00', '2024-01-02 10:05:00', '')).toMatchObject({
		zoned: 'none',
		precision: 'minute',
		cells: 2,
		order: 'ymd'
	});
	expect(decide('2024-01-02T10:00:01Z', '2024-01-02 10:00:00')).toMatchObject({
		zoned: 'some',
		precision: 'second'
	});
	expect(decide('2024-01-02', 'soon')).toMatchObject({ precision: 'day', unreadable: 1 });
	expect(decide('', ' ')).toMatchObject({ pattern: null, cells: 0 });
});

test('an hour that clocks skip → moved on; one that they repeat → its first pass', () => {
	const read = instants({ order: 'dmy' }, 'Europe/Paris');
	expect(iso(read('2024-03-31 02:30:00'))).toBe('2024-03-31T01:30:00.000Z');
	expect(iso(read('2024-10-27 02:30:00'))).toBe('2024-10-27T00:30:00.000Z');
	expect(iso(read('2024-10-27 03:00:00'))).toBe('2024-10-27T02:00:00.000Z');

	const far = instants({ order: 'dmy' }, 'Australia/Lord_Howe');
	// half an hour of daylight saving: +11 until 7 April 2024, then +10:30
	expect(iso(far('2024-04-06 12:00:00'))).toBe('2024-04-06T01:00:00.000Z');
	expect(iso(far('2024-04-08 12:00:00'))).toBe('2024-04-08T01:30:00.000Z');
});

const ZONES = ['UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

/** A local time as an export in that zone would write it: by Intl, whose arithmetic is not ours. */
function written(utc: number, zone: string, style: 'iso' | 'dmy' | 'mdy'): string {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit'
	}).formatToParts(utc);
	const get = (type: string) => parts.find((part) => part.type === type)!.value;
	const day = {
		iso: ['year', 'month', 'day'],
		dmy: ['day', 'month', 'year'],
		mdy: ['month', 'day', 'year']
	};
	const date = day[style].map(get).join(style === 'iso' ? '-' : '/');
	return `${date} ${get('hour')}:${get('minute')}:${get('second')}`;
}

test('any local time in any zone and order → its instant, the first of two where clocks repeat it', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2099, 0) }),
			fc.constantFrom(...ZONES),
			fc.constantFrom('iso' as const, 'dmy' as const, 'mdy' as const),
			(seconds, zone, style) => {
				const utc = Math.floor(seconds / 1000) * 1000;
				const read = instants({ order: style === 'mdy' ? 'mdy' : 'dmy' }, zone);
				const back = read(written(utc, zone, style))!;
				// a repeated hour is read as its first pass
				if (back !== utc) expect(written(back, zone, style)).toBe(written(utc, zone, style));
				expect(back).toBeLessThanOrEqual(utc);
			}
		),
		{ numRuns: 300 }
	);
});

test('any instant in ISO format → the same by the quick path and the thorough one', () => {
	fc.assert(
		fc.property(fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2199, 0) }), (ms) => {
			const cell = new Date(ms).toISOString();
			const read = instants({ order: 'dmy' }, 'UTC');
			expect(read(cell)).toBe(ms);
			// a space in front is enough to take the thorough path
			expect(read(` ${cell}`)).toBe(ms);
		})
	);
});

test('an ambiguous column beside a decided one → the other’s order, until a cell of its own decides', () => {
	const scan = dateScan();
	scan.observe('03/04/2024');

	expect(scan.decide()).toMatchObject({ ambiguous: true, decided: false });
	expect(scan.decide('mdy')).toMatchObject({
		ambiguous: false,
		decided: false,
		order: 'mdy',
		pattern: 'MM/DD/YYYY'
	});
	scan.observe('23/04/2024');
	expect(scan.decide('mdy')).toMatchObject({ order: 'dmy', decided: true });
});

test('a date of numbers in a year-first column → read only where one reading is possible', () => {
	const read = instants({ order: 'ymd' }, 'UTC');

	expect(iso(read('03/22/2024 10:11'))).toBe('2024-03-22T10:11:00.000Z');
	expect(iso(read('22/03/2024 10:11'))).toBe('2024-03-22T10:11:00.000Z');
	expect(read('03/04/2024 10:11')).toBeNull();
});

test.each([
	[['45414.252187', '45415'], '2024-05-02T06:03:09.000Z', 'spreadsheet'],
	[['45414,252187', '45415,5'], '2024-05-02T06:03:09.000Z', 'spreadsheet'],
	[['1714630989'], '2024-05-02T06:23:09.000Z', 'unix s'],
	[['1714630989,25'], '2024-05-02T06:23:09.250Z', 'unix s'],
	[['1714630989250'], '2024-05-02T06:23:09.250Z', 'unix ms'],
	[['1714630989250731'], '2024-05-02T06:23:09.250Z', 'unix µs']
])('a column of numbers %j → the instant %s (%s)', (cells, expected, pattern) => {
	const scan = dateScan();
	for (const cell of cells) scan.observe(cell);
	const column = scan.decide();

	expect(column).toMatchObject({ pattern, unreadable: 0, order: 'ymd' });
	expect(new Date(instants(column, 'UTC')(cells[0]!)!).toISOString()).toBe(expected);
});

test('a number of five digits among dates → no instant', () => {
	const scan = dateScan();
	for (const cell of ['2024-05-02 06:03:09', '45414', 'soon']) scan.observe(cell);
	const column = scan.decide();

	expect(column).toMatchObject({ serial: false, unreadable: 2 });
	expect(instants(column, 'UTC')('45414')).toBeNull();
});

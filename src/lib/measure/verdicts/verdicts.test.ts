import { expect, test } from 'vitest';
import type { RecentSends } from './recent-sends.ts';
import { unpack, usualRules, type RuleSet } from './rules.ts';
import type { JudgedColumns, SendTrace } from './send-events.ts';
import { judgeSend } from './verdicts.ts';

type Event = [reader: number, at: number, url?: number, client?: number];

function columns(events: readonly Event[]): JudgedColumns {
	return {
		reader: Int32Array.from(events, ([reader]) => reader),
		url: Int32Array.from(events, ([, , url]) => url ?? 0),
		at: Float64Array.from(events, ([, at]) => at),
		client: Int32Array.from(events, ([, , , client]) => client ?? -1)
	};
}

/** A send at second 1000 with links 1 to 12, of which 11 and 12 are at the foot. */
function send(clicks: readonly Event[], opens: readonly Event[] = []): SendTrace {
	return {
		clicks: columns(clicks),
		opens: columns(opens),
		clients: [],
		issue: null,
		sentAt: 1000,
		delivered: null,
		domain: (reader) => (reader >= 100 ? 5 : -1),
		footerUrls: new Set([11, 12]),
		links: 12
	};
}

function reasonsOf(codes: Uint8Array) {
	return [...codes].map((code) => unpack(code).reason);
}

const scan = (reader: number, at: number): Event[] =>
	Array.from({ length: 12 }, (_, i) => [reader, at + Math.floor(i / 3), i + 1]);

test('all links within seconds → a burst, of a machine', () => {
	const { clicks } = judgeSend(send(scan(1, 1020)), [], usualRules);
	expect(new Set(reasonsOf(clicks))).toEqual(new Set(['burst']));
});

test('a click an hour after a scan of the same address → human', () => {
	const { clicks } = judgeSend(send([...scan(1, 1020), [1, 4700, 3]]), [], usualRules);
	expect(clicks.at(-1)).toBe(0);
});

test('three links within ten seconds → human', () => {
	const hurried: Event[] = [
		[1, 1200, 2],
		[1, 1204, 5],
		[1, 1209, 7]
	];
	expect([...judgeSend(send(hurried), [], usualRules).clicks]).toEqual([0, 0, 0]);
});

test('four links within ten seconds, the unsubscribe link among them → a machine', () => {
	const clicks: Event[] = [
		[1, 1200, 2],
		[1, 1203, 5],
		[1, 1206, 7],
		[1, 1209, 12]
	];
	expect(reasonsOf(judgeSend(send(clicks), [], usualRules).clicks)).toEqual(
		Array(4).fill('footer')
	);
});

test('twenty colleagues within a minute, one link each → human', () => {
	const office: Event[] = Array.from({ length: 20 }, (_, i) => [100 + i, 8200 + i, 1 + (i % 9)]);
	expect(judgeSend(send(office), [], usualRules).clicks.every((code) => code === 0)).toBe(true);
});

test('three links for each of three readers of one domain → a gateway', () => {
	const gateway: Event[] = [100, 101, 102].flatMap((reader): Event[] => [
		[reader, 1020, 1],
		[reader, 1023, 4],
		[reader, 1027, 9]
	]);
	expect(new Set(reasonsOf(judgeSend(send(gateway), [], usualRules).clicks))).toEqual(
		new Set(['gateway'])
	);
});

test('anonymous clicks as quick as a scan → human, and bursts said not to be assessed', () => {
	const { clicks, notAssessed } = judgeSend(send(scan(0, 1020)), [], usualRules);
	expect(clicks.every((code) => code === 0)).toBe(true);
	expect(notAssessed).toContainEqual({ rule: 'burst', why: 'noReaders' });
});

test('a flag of the service or a user agent → its reason before any other', () => {
	const events = send(
		[
			[1, 2000, 1, 0],
			[2, 2000, 1, 1],
			[3, 2000, 1, 2]
		],
		[[3, 2000, 0, 2]]
	);
	const clients: SendTrace['clients'] = [
		{ machine: true, agentClass: 'unknown' },
		{ machine: false, agentClass: 'scanner' },
		{ machine: false, agentClass: 'proxy' }
	];
	const judged = judgeSend({ ...events, clients }, [], usualRules);

	expect(reasonsOf(judged.clicks)).toEqual(['serviceFlag', 'userAgent', 'none']);
	expect(reasonsOf(judged.opens)).toEqual(['privacyProxy']);
});

test('a scan with its rules switched off → human', () => {
	const rules: RuleSet = {
		...usualRules,
		burst: { ...usualRules.burst, on: false },
		footer: { ...usualRules.footer, on: false },
		coverage: { ...usualRules.coverage, on: false }
	};
	expect(judgeSend(send(scan(1, 1020)), [], rules).clicks.every((code) => code === 0)).toBe(true);
});

test('times in whole minutes → judged by coverage, bursts said not to be assessed', () => {
	const rounded: Event[] = Array.from({ length: 12 }, (_, i) => [1, 1020, i + 1]);
	const judged = judgeSend(send(rounded), [], usualRules);

	expect(new Set(reasonsOf(judged.clicks))).toEqual(new Set(['coverage']));
	expect(judged.notAssessed).toContainEqual({ rule: 'burst', why: 'roundedTimes' });
	expect(judged.notAssessed.map(({ rule }) => rule)).not.toContain('coverage');
});

test('no send time, and too few events to estimate it → rules that need it said not to be assessed', () => {
	const judged = judgeSend({ ...send(scan(1, 1020)), sentAt: null }, [], usualRules);

	expect(judged.clicks.every((code) => code !== 0)).toBe(true);
	expect(judged.proxied).toBe(null);
	expect(judged.notAssessed).toEqual([
		{ rule: 'privacyProxy', why: 'noSendTime' },
		{ rule: 'beforeReading', why: 'noSendTime' }
	]);
});

test('no send time, but a wave of opens → proxies found, nobody judged to read too fast', () => {
	let habits: RecentSends = [];
	const opens = Array.from({ length: 30 }, (_, i): Event => [i + 1, 1001 + i * (i < 20 ? 7 : 900)]);
	for (let n = 0; n < 6; n++)
		({ habits } = judgeSend({ ...send([[9, 1001, 4]], opens), sentAt: null }, habits, usualRules));
	const judged = judgeSend({ ...send([[9, 1001, 4]], opens), sentAt: null }, habits, usualRules);

	expect(judged.proxied!.size).toBe(20);
	// but nobody is accused of having read too fast
	expect([...judged.clicks]).toEqual([0]);
	expect(judged.notAssessed).toEqual([{ rule: 'beforeReading', why: 'noSendTime' }]);
});

test('times known by their day alone → no privacy proxy', () => {
	const DAY = 86_400;
	let habits: RecentSends = [];
	for (let n = 1; n < 9; n++) {
		const opens = Array.from({ length: 5 }, (_, i): Event => [i + 1, n * DAY]);
		const judged = judgeSend({ ...send([], opens), sentAt: n * DAY }, habits, usualRules);
		habits = judged.habits;
		expect(judged.opens.every((code) => code === 0)).toBe(true);
		expect(judged.notAssessed).toContainEqual({ rule: 'privacyProxy', why: 'roundedTimes' });
	}
});

test('opens within minutes of six sends → a privacy proxy; only now and then → not', () => {
	let habits: RecentSends = [];
	const results: (number[] | null)[] = [];

	for (let n = 0; n < 8; n++) {
		const opens: Event[] = [
			[1, 1100 + n],
			// a person who is quick now and then
			[2, n % 3 ? 9000 : 1100]
		];
		const judged = judgeSend(send([], opens), habits, usualRules);
		habits = judged.habits;
		results.push(judged.proxied && [...judged.proxied]);
		if (n === 7) expect(reasonsOf(judged.opens)).toEqual(['privacyProxy', 'none']);
	}
	expect(results).toEqual([null, null, null, null, null, [1], [1], [1]]);
});

test('two halves of a list and a second message to the rest → one occasion, proxies still found', () => {
	let habits: RecentSends = [];
	let proxied: ReadonlySet<number> | null = null;
	for (let issue = 1; issue <= 8; issue++)
		for (const half of [0, 1, 2]) {
			// readers 1 and 2 change halves; the third message goes to whoever has not opened
			const mine = half === 2 ? [] : [((issue + half) % 2) + 1];
			const opens = [...mine.map((reader): Event => [reader, 1100]), [9, 9000 + issue] as Event];
			const judged = judgeSend({ ...send([], opens), issue }, habits, usualRules);
			({ habits, proxied } = judged);
		}
	expect(proxied).toEqual(new Set([1, 2]));
});

test('an open beside the clicks of a scanner → the scanner’s', () => {
	const judged = judgeSend(send(scan(1, 1020), [[1, 1021]]), [], usualRules);
	expect(reasonsOf(judged.opens)).toEqual(['scannerOpen']);
});

test('an address scanned in four sends → a machine by smaller signs', () => {
	const small: Event[] = [
		[1, 1400, 2],
		[1, 1404, 5],
		[1, 1409, 7]
	];
	let habits: RecentSends = [];
	for (let n = 0; n < 4; n++) ({ habits } = judgeSend(send(scan(1, 1020)), habits, usualRules));

	expect(new Set(reasonsOf(judgeSend(send(small), habits, usualRules).clicks))).toEqual(
		new Set(['scannerHabit'])
	);
});

test('all links over ten minutes, the foot too → a scan, later clicks human; without the foot → human', () => {
	const slow: Event[] = Array.from({ length: 12 }, (_, i) => [1, 1030 + i * 50, i + 1]);
	const later: Event = [1, 5200, 3];
	const { clicks } = judgeSend(send([...slow, later]), [], usualRules);
	expect(new Set(reasonsOf(clicks.slice(0, 12)))).toEqual(new Set(['coverage']));
	expect(clicks.at(-1)).toBe(0);

	// whoever reads all of it, link after link, does not unsubscribe on the way
	const fan = Array.from({ length: 10 }, (_, i): Event => [2, 1090 + i * 70, i + 1]);
	expect([...judgeSend(send(fan), [], usualRules).clicks]).toEqual(Array(10).fill(0));
});

test('the first three links right after every send → a scanner’s habit; now and then → human', () => {
	const three = (reader: number): Event[] => [1, 2, 3].map((url) => [reader, 1040 + 3 * url, url]);
	let habits: RecentSends = [];
	const verdicts: number[][] = [];
	for (let n = 0; n < 8; n++) {
		const clicks = [...three(1), ...(n % 2 ? three(2) : [[2, 4000, 5] as Event])];
		const judged = judgeSend(send(clicks), habits, usualRules);
		habits = judged.habits;
		verdicts.push([...judged.clicks]);
	}
	expect(verdicts[3]).toEqual(Array(6).fill(0));
	expect(reasonsOf(Uint8Array.from(verdicts[7]!))).toEqual([
		...Array(3).fill('scannerHabit'),
		...Array(3).fill('none')
	]);
});

test('sixty sends without events → habits of as many as the rules look back', () => {
	let habits: RecentSends = [];
	for (let n = 0; n < 60; n++) ({ habits } = judgeSend(send([]), habits, usualRules));
	expect(habits).toHaveLength(usualRules.lookBack);
});

test('columns of different lengths → RangeError', () => {
	const events = send([[1, 1020, 1]]);
	const clicks = { ...events.clicks, at: new Float64Array(2) };
	expect(() => judgeSend({ ...events, clicks }, [], usualRules)).toThrow(RangeError);
});

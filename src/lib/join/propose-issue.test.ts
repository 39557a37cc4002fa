import { expect, test } from 'vitest';
import { proposeIssue } from './propose-issue.ts';

const letters = [
	{ id: 1, date: '2026-03-02', isSent: true },
	{ id: 2, date: '2026-03-09', isSent: false },
	{ id: 3, date: '2026-03-16', isSent: false }
];
const propose = (shared: [number, number][], clicked: number, date: string | null = null) =>
	proposeIssue({ date, clicked }, new Map(shared), letters);

test('a third of the clicked pages stand in one letter → that one, however many more are nowhere', () => {
	expect(propose([[1, 2]], 6)).toEqual({ issue: 1, because: 'pages', shared: 2, clicked: 6 });
	expect(propose([[1, 2]], 7)).toBeNull();
});

test('two letters with as many of them → none', () => {
	const both: [number, number][] = [
		[1, 3],
		[2, 3]
	];
	expect(propose(both, 4)).toBeNull();
	expect(propose([...both, [3, 4]], 4)).toMatchObject({ issue: 3 });
});

test('nothing clicked that is known → the only letter without a send, sent that day or beside it', () => {
	expect(propose([], 0, '2026-03-10')).toEqual({ issue: 2, because: 'day' });
	expect(propose([], 0, '2026-03-02')).toBeNull();
	expect(propose([], 0, '2026-03-12')).toBeNull();
	expect(propose([], 0)).toBeNull();
});

import { expect, test } from 'vitest';
import { importsTitle } from './title.ts';

const row = (state: 'done' | 'failed' | 'question' | 'undone', rejected = 0) => ({
	state,
	rejected,
	trouble: null
});
const stopped = {
	state: 'failed' as const,
	rejected: 0,
	trouble: { code: 'importStopped' as const, details: {} }
};

test.each([
	[[], false, 'none', 0],
	[[row('done')], false, 'done', 1],
	[[row('done')], true, 'running', 1],
	[[row('done'), row('done', 3)], false, 'rejected', 1],
	[[row('done', 3), row('failed')], false, 'failed', 1],
	[[row('failed'), row('question'), row('question')], true, 'question', 2],
	[[row('done'), row('undone', 5)], false, 'done', 2],
	[[row('done'), stopped], false, 'stopped', 1],
	[[row('failed'), stopped, stopped], false, 'failed', 1]
] as const)('%j, running: %j → %s, %i', (imports, running, worst, n) => {
	expect(importsTitle(imports, running)).toMatchObject({ worst, n });
});

test('files that somebody stopped → counted by themselves, beside what failed', () => {
	expect(importsTitle([row('failed'), stopped, stopped], false).stopped).toBe(2);
	expect(importsTitle([row('failed')], false).stopped).toBe(0);
});

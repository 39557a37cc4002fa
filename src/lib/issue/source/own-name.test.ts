import { expect, test } from 'vitest';
import { ownName } from './own-name.ts';

test.each([
	['14/index.html', '14.html'],
	['issues/14-the-port/index.md', 'issues/14-the-port.md'],
	['content/le-port-rouvre/index.md', 'content/le-port-rouvre.md'],
	['posts/2026-03-10\\index.html', 'posts/2026-03-10.html']
])('the index of a folder that tells of one letter (%s) → called as the folder', (name, own) => {
	expect(ownName(name)).toBe(own);
});

test.each(['index.html', 'posts/index.html', '2026/index.html', 'page/2/index.html', '14/a.html'])(
	'the index of a list, or another file (%s) → its own name',
	(name) => {
		expect(ownName(name)).toBe(name);
	}
);

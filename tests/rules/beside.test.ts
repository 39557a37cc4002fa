import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

const thread = readFileSync('src/lib/server/beside-thread.ts', 'utf8');

test('a figure that is made beside the pages → its module is one that the thread of figures knows', () => {
	const making = globSync(['src/lib/server/**/*.ts'], { ignore: ['**/*.test.ts'] }).filter((file) =>
		/= beside\(/.test(readFileSync(file, 'utf8'))
	);
	expect(making.length).toBeGreaterThan(10);
	const unknown = making.filter(
		(file) => !thread.includes(`import '${file.replace('src/lib/server/', './')}'`)
	);
	expect(unknown).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kept, pure, rooms, wings } from './rooms.ts';
import { importsOf, isWithin, sourcesOf } from './sources.ts';

const sources = sourcesOf('src').filter((file) => !file.endsWith('.d.ts'));

/** The room with the longest path that a file lies in. */
function roomOf(file: string): string | undefined {
	return Object.keys(rooms)
		.filter((room) => isWithin(file, room))
		.sort((a, b) => b.length - a.length)[0];
}

test('a source → in a room of the table', () => {
	expect(sources.length).toBeGreaterThan(0);
	expect(sources.filter((file) => !roomOf(file))).toEqual([]);
});

test.each(Object.keys(rooms))('%s → imports only what it may', (room) => {
	expect(sourcesOf(room)).not.toEqual([]);
	const strays = sources
		.filter((file) => roomOf(file) === room)
		.flatMap((file) => importsOf(file).map((one) => ({ file, ...one })))
		.filter(({ to, typesOnly }) => to.startsWith('src/') && !typesOnly)
		.filter(({ to }) => ![room, ...rooms[room]!].some((allowed) => isWithin(to, allowed)))
		.map(({ file, to }) => `${file} imports ${to}`);

	expect(strays).toEqual([]);
});

test.each(Object.entries(wings))('a wing of %s → imports only those below it', (room, order) => {
	const wingOf = (file: string) => order.findIndex((wing) => isWithin(file, `${room}/${wing}`));
	const strays = sources
		.filter((file) => wingOf(file) >= 0)
		.flatMap((file) => importsOf(file).map((one) => ({ file, ...one })))
		.filter(({ file, to, typesOnly }) => !typesOnly && wingOf(to) > wingOf(file))
		.map(({ file, to }) => `${file} imports ${to}`);

	expect(strays).toEqual([]);
});

test.each(Object.entries(kept))('%s → imported only by %j', (name, allowed) => {
	const strays = sources
		.filter((file) => importsOf(file).some(({ to }) => isWithin(to, name)))
		.filter((file) => !allowed.some((room) => isWithin(file, room)));
	// better-auth brings its own adapter for drizzle, which is not drizzle
	expect(strays).toEqual([]);
});

test('a read of the environment → only in hooks and the command line', () => {
	const strays = sources
		.filter((file) => !isWithin(file, 'src/cli') && file !== 'src/hooks.server.ts')
		.filter((file) => /\bprocess\.env\b/.test(readFileSync(file, 'utf8')));
	expect(strays).toEqual([]);
});

test.each(pure)('%s → no clock, chance, files or network', (room) => {
	const impure =
		/\bfrom '(node:|\$app|\$env)|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bprocess\.|\bperformance\.now\b|\bsetTimeout\b/;
	const own = sourcesOf(room);
	expect(own).not.toEqual([]);
	const strays = own.filter((file) =>
		impure.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))
	);
	expect(strays).toEqual([]);
});

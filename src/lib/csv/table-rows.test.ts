import { expect, test } from 'vitest';
import { bytesInMemory } from './source-of.ts';
import { survey } from './survey.ts';
import { csvLine, tableRows } from './table-rows.ts';

async function print(content: string, n = 1) {
	const source = bytesInMemory('x.csv', content);
	const rows = tableRows(source, await survey(source), n);
	const lines: string[] = [];
	for (;;) {
		const { done, value } = await rows.next();
		if (done) return { lines, tables: value };
		lines.push(csvLine(value));
	}
}

test('a table → its header and rows, quoted where they must be', async () => {
	expect(await print('Email;Note\r\nines@example.com;"a ""b"", c"\r\n')).toEqual({
		lines: ['Email,Note', 'ines@example.com,"a ""b"", c"'],
		tables: 1
	});
});

test('a comma and a space as delimiter → cells without the space, quoted ones as they are', async () => {
	const { lines } = await print('a, b, c\n1, "two, three", \n4, five, 6\n7, eight, 9\n');

	expect(lines).toEqual(['a,b,c', '1,"two, three",', '4,five,6', '7,eight,9']);
});

test('apostrophes as quotes, where records agree only so → cells without them', async () => {
	const { lines } = await print(
		"a,b,c\n1,'two, or ''three''',x\n4,'five, six',y\n7,'Men''s, eight',z\n"
	);

	expect(lines).toEqual([
		'a,b,c',
		`1,"two, or 'three'",x`,
		'4,"five, six",y',
		`7,"Men's, eight",z`
	]);
	expect((await print("a,b\n'ello,it's\n'tis,'so'\n")).lines).toEqual([
		'a,b',
		"'ello,it's",
		"'tis,'so'"
	]);
});

test('a header of several lines → one line, its words joined', async () => {
	const { lines } = await print('a,b\na,b\n1,2\n3,4\n');

	expect(lines).toEqual(['a a,b b', '1,2', '3,4']);
});

test('a header that comes again, or one that begins alike → another table', async () => {
	const content = 'a,b,c\n1,2,3\na,b,c\n4,5,6\na,b,c,d\n7,8,9,0\n';

	expect((await print(content)).lines).toEqual(['a,b,c', '1,2,3']);
	expect((await print(content, 2)).lines).toEqual(['a,b,c', '4,5,6']);
	expect(await print(content, 3)).toEqual({ lines: ['a,b,c,d', '7,8,9,0'], tables: 3 });
	expect(await print(content, 4)).toEqual({ lines: [], tables: 3 });
});

test('a table without a header → its rows alone', async () => {
	expect((await print('ines@example.com,3\npaul@example.net,1\n')).lines).toEqual([
		'ines@example.com,3',
		'paul@example.net,1'
	]);
});

import { expect, test } from 'vitest';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { rowsToEnd } from './rows-to-end.ts';

const whole = 'Email,At,Link\na@example.com,2026-01-01,x\nb@example.com,2026-01-02,y\n';
const columns = { address: 0, at: 1 };

test.each<[what: string, text: string, isCut: boolean]>([
	['a last row of fewer cells, without a line end', `${whole}c@exam`, true],
	['one that ends within the last cell that is read', `${whole}c@example.com,2026-0`, true],
	['one that has all that is read, and more', `${whole}c@example.com,2026-01-03,`, false],
	['one that ends its line', `${whole}c@exam\n`, false],
	['complete rows, the last without a line end', whole.trimEnd(), false],
	['rows before it that are as short', `${whole}c@example.com\nd@exam`, false],
	['nothing but it', 'Email,At,Link\nc@exam', false]
])('%s → cut or not', async (_, text, isCut) => {
	const source = bytesInMemory('opens.csv', Buffer.from(text));
	const sheet = await survey(source);
	const said: boolean[] = [];
	for await (const batch of rowsToEnd(source, sheet, sheet.tables[0]!, columns))
		said.push(batch.isCut);

	expect(said.at(-1)).toBe(isCut);
});

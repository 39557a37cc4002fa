import { plainWord } from '../words/languages.ts';
import { yesOrNo } from './subscriber-reader.ts';

const TEST =
	/^(?:(?:is )?test(?: (?:mode|order|sale|payment|transaction))?|(?:order |payment |transaction )?mode|environment|env|environnement|commande de test|(?:test ?)?(?:bestellung|modus)|pedido de prueba|modo|ordine di prova|modalita|testbestelling|pedido de teste|sandbox|live ?mode|live)$/;
const IS_TEST =
	/^(?:tests?|sandbox|demo|essai|prueba|prova|proef|teste)(?: ?(?:mode|order|data))?$/;

/** The columns that mark sales as tests, which nobody paid, each with what tells them. */
export function testColumns(
	header: readonly string[]
): { column: number; isTest: (cell: string) => boolean }[] {
	return header.flatMap((name, column) => {
		const text = plainWord(name);
		if (!TEST.test(text)) return [];
		const isLive = text.startsWith('live');
		const isFlag = /test|sandbox|live/.test(text);
		const isTest = (cell: string) => {
			const flag = yesOrNo(cell);
			return IS_TEST.test(plainWord(cell)) || (isFlag && flag !== undefined && flag !== isLive);
		};
		return [{ column, isTest }];
	});
}

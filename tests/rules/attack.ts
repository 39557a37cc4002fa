import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';

/** A quantifier that stops before this many is bounded: it costs the same however long the text. */
const bounded = 1000;

/**
 * In how many ways, by its quantifiers, a pattern may be laid over a text from one beginning. Where these
 * are few, whatever the text, the time grows as its length does.
 */
function waysOf(pattern: AST.Pattern): number {
	let ways = 1;
	visitRegExpAST(pattern, {
		onQuantifierEnter: ({ min, max }) => void (ways *= max - min + 1),
		onBackreferenceEnter: () => void (ways = Infinity)
	});
	return ways;
}

/**
 * Texts on which a pattern may take more time than a text's length warrants: each part of it that
 * repeats is repeated, after what leads to it, alone, and before what it does not expect.
 *
 * @returns by a length, about so many characters; none where nothing in the pattern repeats that often
 */
export function attacksOn({ source, flags }: RegExp): ((length: number) => string)[] {
	const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
		unicode: flags.includes('u')
	});
	if (waysOf(pattern) < bounded) return [];
	const pumps = new Set<string>([
		' ',
		'\n',
		'<',
		'(',
		'[',
		'*',
		'&',
		'"',
		'@',
		'=',
		'/',
		'a',
		'A1'
	]);
	const attacks = new Map<string, (length: number) => string>();
	const add = (head: string, pump: string) => {
		if (pump === '') return;
		for (const tail of ['\0', '\n!'])
			attacks.set(
				JSON.stringify([head, pump, tail]),
				(length) => head + pump.repeat(Math.ceil(length / pump.length)) + tail
			);
	};

	for (const alternative of pattern.alternatives) {
		const walk = (elements: readonly AST.Element[], before: string) => {
			let head = before;
			for (const [i, element] of elements.entries()) {
				if (element.type === 'Quantifier' && element.max >= bounded) {
					const rest = elements
						.slice(i + 1)
						.map((one) => sample(one))
						.join('');
					for (const turn of [0, 1, 2]) {
						const pump = sample(element.element, turn);
						pumps.add(pump);
						add(head, pump);
						add('', head + pump);
						add('', pump + rest);
						add('', head + pump + rest.slice(0, -1));
					}
				}
				const inner = element.type === 'Quantifier' ? element.element : element;
				if (
					inner.type === 'Group' ||
					inner.type === 'CapturingGroup' ||
					(inner.type === 'Assertion' && 'alternatives' in inner)
				)
					for (const one of inner.alternatives) walk(one.elements, head);
				head += sample(element);
			}
		};
		walk(alternative.elements, '');
	}
	for (const pump of pumps) add('', pump);
	return [...attacks.values()];
}

/** A short text that an element matches. @param turn which of several */
function sample(element: AST.Element | AST.QuantifiableElement, turn = 0): string {
	switch (element.type) {
		case 'Character':
			return String.fromCodePoint(element.value);
		case 'CharacterSet':
			return element.kind === 'digit'
				? '1'
				: element.kind === 'space'
					? ' \t\u00a0'[turn]!
					: element.kind === 'any'
						? 'a. '[turn]!
						: element.negate
							? element.kind === 'property'
								? '-'
								: ' '
							: 'aB_'[turn]!;
		case 'CharacterClass':
			return ofClass(element, turn);
		case 'Group':
		case 'CapturingGroup': {
			const { alternatives } = element;
			return alternatives[turn % alternatives.length]!.elements.map((one) =>
				sample(one as AST.Element, turn)
			).join('');
		}
		case 'Quantifier':
			return sample(element.element, turn).repeat(Math.max(1, Math.min(element.min, 64)));
		default:
			return '';
	}
}

function ofClass(element: AST.CharacterClass | AST.ExpressionCharacterClass, turn: number): string {
	const letters = 'a1 Z-_.,:;/@=&<>()[]{}"\'é\n#%+*!?~|$';
	const one = new RegExp(element.raw, 'u');
	let fitting: string[];
	try {
		fitting = [...letters].filter((letter) => one.test(letter));
	} catch {
		fitting = [...letters];
	}
	return fitting[turn % Math.max(1, fitting.length)] ?? 'a';
}

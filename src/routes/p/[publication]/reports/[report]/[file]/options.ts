import type { FileOptions } from '#lib/server/report/files.ts';

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const;
const DECIMALS = { point: '.', comma: ',' } as const;

function known<Choice>(choices: Record<string, Choice>, given: string | null): Choice | undefined {
	return given !== null && Object.hasOwn(choices, given) ? choices[given] : undefined;
}

/** How somebody wants a file, read from its address; what makes no sense is the language's own way. */
export function fileOptions(params: URLSearchParams): FileOptions {
	const delimiter = known(SEPARATORS, params.get('separator'));
	const decimal = known(DECIMALS, params.get('decimal'));
	return {
		paper: params.get('paper') === 'letter' ? 'letter' : 'a4',
		dialect: {
			...(delimiter && { delimiter }),
			...(decimal && { decimal }),
			...(params.get('bom') === 'no' && { bom: false })
		}
	};
}

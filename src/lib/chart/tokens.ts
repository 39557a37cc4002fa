/** The colours a chart is drawn with, resolved: a canvas knows no CSS variables. */
export type Tokens = Record<(typeof names)[number], string>;

const names = [
	'paper',
	'band',
	'rule',
	'rule-strong',
	'ink',
	'ink-2',
	'ink-3',
	'above',
	'below',
	'unclear'
] as const;

/**
 * Reads the tokens as they are beside an element now: in the theme in force, or in the one asked
 * for (paper is white whatever the screen shows).
 */
export function readTokens(beside: Element, scheme?: 'light'): Tokens {
	const probe = document.createElement('span');
	probe.style.display = 'none';
	if (scheme) probe.style.colorScheme = scheme;
	beside.append(probe);

	const entries = names.map((name) => {
		probe.style.color = `var(--${name})`;
		return [name, getComputedStyle(probe).color] as const;
	});

	probe.remove();
	return Object.fromEntries(entries) as Tokens;
}

/** The same colour, let through by so much. */
export function faded(color: string, opacity: number): string {
	return `color-mix(in srgb, ${color} ${Math.round(opacity * 100)}%, transparent)`;
}

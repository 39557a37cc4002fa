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
	'unclear',
	'topic-0',
	'topic-1',
	'topic-2',
	'topic-3',
	'topic-4'
] as const;

/** Reads the tokens as they are beside an element now, in the theme in force. */
export function readTokens(beside: Element): Tokens {
	const probe = document.createElement('span');
	probe.style.display = 'none';
	beside.append(probe);

	const entries = names.map((name) => {
		probe.style.color = `var(--${name})`;
		return [name, getComputedStyle(probe).color] as const;
	});

	probe.remove();
	return Object.fromEntries(entries) as Tokens;
}

/**
 * The same colour, let through by so much.
 *
 * @example faded('#0a6780', 0.15) // => 'rgba(10, 103, 128, 0.15)'
 */
export function faded(color: string, opacity: number): string {
	// what draws on a server does not know how to mix colours
	const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
	if (hex)
		return `rgba(${hex
			.slice(1)
			.map((part) => parseInt(part, 16))
			.join(', ')}, ${opacity})`;
	return `color-mix(in srgb, ${color} ${Math.round(opacity * 100)}%, transparent)`;
}

/** The colours of paper: those of the light theme, as `app.css` has them. */
export const paperTokens: Tokens = {
	paper: '#ffffff',
	band: '#e9ece8',
	rule: '#dce0db',
	'rule-strong': '#7f8a85',
	ink: '#15201e',
	'ink-2': '#46524f',
	'ink-3': '#626d69',
	above: '#0a6780',
	below: '#9c5208',
	unclear: '#6f7a76',
	'topic-0': '#3747a3',
	'topic-1': '#926206',
	'topic-2': '#34a1a3',
	'topic-3': '#680738',
	'topic-4': '#584a01'
};

/** The colours of the page that a drawing is put into, whatever its theme: for what knows CSS. */
export const pageTokens = Object.fromEntries(
	names.map((name) => [name, `var(--${name})`])
) as Tokens;

const themes = ['light', 'dark'];

/** The theme stands in a cookie so that the first byte has it; without one, the system decides. */
export function load({ cookies, depends }) {
	depends('rubrique:theme');
	const theme = cookies.get('theme') ?? '';
	return { theme: themes.includes(theme) ? theme : 'system' };
}

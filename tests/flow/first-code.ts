/** The code that a start printed, in the address where the administrator is created. */
export function firstCodeIn(talk: string): string {
	const code = /\/welcome\?code=([a-z\d-]+)/.exec(talk)?.[1];
	if (!code) throw new Error(`no code was printed: ${talk}`);
	return code;
}

import { outsideOf } from '../outside.ts';

export async function load({ locals }) {
	return { outside: await outsideOf(locals) };
}

import {
	actions,
	personRoles,
	roleActions,
	routeRules,
	scopeActions,
	tokenScopes
} from '#lib/permissions.ts';
import { words } from '#lib/messages/words.ts';
import { tableOf } from './table.ts';

const sentence = (key: string) => words(key, {}, 'en');
const tick = (is: boolean) => (is ? '✓' : '');

/** What each role, and each scope of a token, may do. */
export function roleTable(): string {
	const roles = personRoles.map((role) => [
		sentence(`people.role.${role}`),
		...actions.map((action) => tick(roleActions[role].includes(action)))
	]);
	const scopes = tokenScopes.map((scope) => [
		`token: ${sentence(`token.scope.${scope}`)}`,
		...actions.map((action) => tick(scopeActions[scope].includes(action)))
	]);
	return tableOf(
		['', ...actions.map((action) => sentence(`may.${action}`))],
		[...roles, ...scopes]
	);
}

const audiences: Record<string, string> = {
	anybody: 'anybody',
	stranger: 'whoever is not signed in',
	known: 'whoever is signed in',
	holder: 'whoever may see this row',
	member: 'whoever has an account'
};

/** Whom each page and address is for; what lies below one of them is as it is. */
export function routeTable(): string {
	const of = (audience: string) => audiences[audience] ?? sentence(`may.${audience}`);
	return tableOf(
		['Pages and addresses', 'To look, one must be able to', 'To change, one must be able to'],
		routeRules.map(({ route, look, change }) => [
			`\`${route.replace('/(auth)', '')}\``,
			of(look),
			of(change)
		])
	);
}

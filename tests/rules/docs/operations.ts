import { filterRecords } from '#lib/filters/filters.ts';
import { openApi } from '../../../src/routes/api/openapi.ts';
import { tableOf } from './table.ts';

type Operation = {
	summary: string;
	security: { token: string[] }[];
	parameters?: readonly ({ name: string } | { $ref: string })[];
};

/** Every address of the API, from its OpenAPI description. */
export function operationTable(): string {
	const { paths } = openApi('');
	const rows = Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods as unknown as Record<string, Operation>).map(([method, operation]) => [
			`\`${method.toUpperCase()} ${path}\``,
			operation.summary,
			operation.security.map(({ token }) => `\`${token[0]}\``).join(' '),
			parametersOf(operation, path)
		])
	);
	return tableOf(['Request', 'Answers with', 'Scope', 'Parameters'], rows);
}

function parametersOf({ parameters = [] }: Operation, path: string): string {
	const names = parameters.map((one) =>
		'name' in one ? one.name : one.$ref.slice(one.$ref.lastIndexOf('/') + 1)
	);
	const own = names.filter((name) => !path.includes(`{${name}}`));
	const filters = filterRecords.map(({ name }) => String(name));
	const rest = own.filter((name) => !filters.includes(name)).map((name) => `\`${name}\``);
	const areFiltered = filters.every((name) => own.includes(name));
	return [...rest, ...(areFiltered ? ['[filters](command-line.md#filters)'] : [])].join(' ');
}

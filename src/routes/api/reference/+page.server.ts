import { version } from '#package';
import { openApi } from '../openapi.ts';
import { referenceOf } from './reference.ts';

export function load() {
	return { version, ...referenceOf(openApi(version)) };
}

import { json } from '@sveltejs/kit';
import { version } from '#package';
import { openApi } from '../openapi.ts';

export function GET() {
	return json(openApi(version));
}

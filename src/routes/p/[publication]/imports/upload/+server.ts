import { takeBody } from '../../../../take-body.ts';

/** Takes a file that was dropped on the page. */
export function POST(event) {
	return takeBody(event, event.params.publication);
}

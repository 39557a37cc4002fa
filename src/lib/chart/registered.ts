import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	LogarithmicScale,
	PointElement,
	ScatterController,
	Tooltip
} from 'chart.js';
import { FONT } from './font.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	LogarithmicScale,
	PointElement,
	ScatterController,
	Tooltip
);

Chart.defaults.font.family = `'${FONT}', system-ui, sans-serif`;
Chart.defaults.font.size = 12.5;
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;

/** Chart.js with what our charts use and nothing else, as page and server both draw them. */
export { Chart };

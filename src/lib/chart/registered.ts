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

/** The family that charts are written in; a server registers its file under this name. */
export const FONT = 'Source Sans 3 Variable';

Chart.defaults.font.family = `'${FONT}', system-ui, sans-serif`;
Chart.defaults.font.size = 12.5;
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;

/** Chart.js with what our charts use and nothing else, as page and server both draw them. */
export { Chart };

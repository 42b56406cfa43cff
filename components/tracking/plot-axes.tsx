import { PLOT_LEFT, PLOT_RIGHT } from "./plot-scale";

/** Values along the bottom, with their unit at the end of the line above. */
export function BottomAxis(props: {
  y: number;
  ticks: readonly { at: number; text: string }[];
  unit: string;
}) {
  return (
    <g className="plot-axis">
      <line x1={PLOT_LEFT} x2={PLOT_RIGHT} y1={props.y} y2={props.y} />
      {props.ticks.map(({ at, text }) => (
        <text key={text} x={at} y={props.y + 14} textAnchor="middle">
          {text}
        </text>
      ))}
      <text x={PLOT_RIGHT} y={props.y + 29} textAnchor="end">
        {props.unit}
      </text>
    </g>
  );
}

/** Fine lines across the drawing, each with its value at the start. */
export function SideAxis(props: {
  ticks: readonly { at: number; text: string }[];
  unit: string;
  top: number;
}) {
  return (
    <g className="plot-axis plot-grid">
      {props.ticks.map(({ at, text }) => (
        <g key={text}>
          <line x1={PLOT_LEFT} x2={PLOT_RIGHT} y1={at} y2={at} />
          <text x={PLOT_LEFT - 5} y={at + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <text x={PLOT_LEFT - 5} y={props.top} textAnchor="end">
        {props.unit}
      </text>
    </g>
  );
}

import type { LadderGeometry, LadderWords } from "./ladder-geometry";

export function Lifelines({ geometry: { columns, height, headHeight } }: { geometry: LadderGeometry }) {
  return (
    <g className="ladder-lifelines">
      {columns.map((x) => (
        <line key={x} x1={x} x2={x} y1={headHeight - 6} y2={height} />
      ))}
    </g>
  );
}

/** The names of the columns; they come again down a long ladder. */
export function Heads(props: { top: number; geometry: LadderGeometry; heads: LadderWords["heads"] }) {
  const { top, geometry, heads } = props;
  return (
    <g className="ladder-heads">
      <rect x={0} y={top} width={geometry.width} height={geometry.headHeight - 6} />
      {heads.map(({ role, address }, index) => (
        <text key={geometry.columns[index]} y={top + 20}>
          <tspan x={geometry.columns[index]} className="ladder-role">
            {role}
          </tspan>
          {address.map((line) => (
            <tspan key={line} x={geometry.columns[index]} dy={18} className="ladder-address">
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}

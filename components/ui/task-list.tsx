import type { ReactNode } from "react";

export type Task = { key: string; title: ReactNode; href?: string; hint?: ReactNode; status?: ReactNode };

/** What to do next, in order, each with its state or its date. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ol className="task-list">
      {tasks.map((task) => (
        <li key={task.key}>
          <div>
            {task.href ? <a href={task.href}>{task.title}</a> : task.title}
            {task.hint && <p className="hint">{task.hint}</p>}
          </div>
          {task.status && <div className="task-status">{task.status}</div>}
        </li>
      ))}
    </ol>
  );
}

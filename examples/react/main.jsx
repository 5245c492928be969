import React, { useState } from "react";
import { createRoot } from "react-dom/client";

import "interleave-playground/define";

function Tutorial() {
  const [seconds, setSeconds] = useState(1);
  const [told, setTold] = useState("");
  return (
    <>
      <h1>Two workers</h1>
      <label>
        worker_1 sleeps for <input type="number" min="0" max="10" value={seconds} onChange={(event) => setSeconds(Number(event.target.value))} /> s
      </label>
      <interleave-playground
        lesson="workers-as-tasks"
        params={{ worker_1: seconds }}
        view="article"
        autorun
        oninterleave-finish={(event) => setTold(`The run took ${event.detail.seconds} s.`)}
      />
      <p role="status">{told}</p>
    </>
  );
}

createRoot(document.getElementById("root")).render(<Tutorial />);

import { useState } from "react";

// React 19 sets attributes of custom elements, and listens to `huso-registered` by `onhuso-registered`.
export function App() {
  const [lang, setLang] = useState("es");
  const [status, setStatus] = useState();
  return (
    <main>
      <h1>Turismo sostenible</h1>
      <label>
        Idioma{" "}
        <select value={lang} onChange={(event) => setLang(event.target.value)}>
          <option value="es">español</option>
          <option value="pt">português</option>
          <option value="en">English</option>
        </select>
      </label>
      <p role="status">{status && `Registration: ${status}`}</p>
      <huso-event src="event.json" lang={lang} onhuso-registered={(event) => setStatus(event.detail)}>
        <p>La agenda: 11, 18 y 19 de agosto de 2027, desde las 9:00 de Colombia.</p>
      </huso-event>
    </main>
  );
}

"""The pictures of a pack, made by a Chromium where there is one: the report as PDF, every figure as SVG and PNG."""

import base64
import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote_to_bytes

from dashboard.reports.parts import Report

NO_BROWSER = "No Chromium was found: the pack has no PDF and no images. Install one, or set CHROMIUM to its path."
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_SECONDS = 120
_PATIENCE = "--virtual-time-budget=20000"  # milliseconds of the page's own clock, for all figures to be drawn
_MARK = "pictures"
_DRAW = """
<script>
function titled({ data, layout }, caption, marks) {
  const title = { text: `<b>${caption}</b>`, x: 0, xref: "container", y: 1, yref: "container", yanchor: "top",
                  pad: { t: 12, l: 8 }, font: { size: 14, color: "#1f2933" },
                  subtitle: { text: marks ?? "", font: { size: 12, color: "#7a2e00" } } };
  const margin = { ...layout.margin, t: (layout.margin?.t ?? 8) + HEAD };
  return { data, layout: { ...layout, title, margin, paper_bgcolor: "#fff" } };
}
const HEAD = 56;  // pixels for the title and the marks
addEventListener("load", async () => {
  const found = {}, marks = document.querySelector(".marks")?.textContent;
  for (const plot of document.querySelectorAll(".plot")) {
    const shown = titled(plot, plot.parentElement.querySelector("figcaption").textContent, marks);
    for (const format of ["svg", "png"]) {
      const size = { format, width: 960, height: plot.clientHeight + HEAD, scale: format === "png" ? 2 : 1 };
      found[plot.id + "." + format] = await Plotly.toImage(shown, size);
    }
  }
  document.body.innerHTML = "";
  const said = document.createElement("pre");
  said.id = "pictures";
  said.textContent = JSON.stringify(found);
  document.body.append(said);
});
</script>
"""


def pictures(folder: Path, report: Report) -> str:
    """Write report.pdf and the figures beside report.html.

    Returns:
        A sentence where there is no Chromium, or it did not do it; '' where all is there.
    """
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        return NO_BROWSER
    page = folder / "report.html"
    try:
        _run(program, f"--print-to-pdf={folder / 'report.pdf'}", "--no-pdf-header-footer", _PATIENCE, page.as_uri())
        with TemporaryDirectory() as aside:
            drawing = Path(aside) / "drawing.html"
            drawing.write_text(page.read_text(encoding="utf-8") + _DRAW, encoding="utf-8")
            shown = _run(program, _PATIENCE, "--dump-dom", drawing.as_uri())
    except (OSError, subprocess.SubprocessError) as failure:
        return f"Chromium did not make the pictures ({type(failure).__name__}); the pack is complete without them."
    found = re.search(f'<pre id="{_MARK}">(.*?)</pre>', shown, re.DOTALL)
    drawn: dict[str, str] = json.loads(html.unescape(found[1])) if found else {}
    for name, address in drawn.items():
        (folder / name).write_bytes(_content(address))
    missing = len(report.figures) * 2 - len(drawn)
    return f"Chromium left {missing} images out; the pack is complete without them." if missing else ""


def _content(address: str) -> bytes:
    """What a data address holds."""
    head, _, body = address.partition(",")
    return base64.b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)


def _run(program: str, *arguments: str) -> str:
    """One run of a browser with a profile of its own."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            f"--user-data-dir={profile}", *arguments,
        ]  # fmt: skip
        ended = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    return ended.stdout.decode("utf-8", "replace")

"""The reliability diagram as SVG: claimed confidence against the share that is right."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.evaluate.reliability import Bin

__all__ = ["reliability_svg"]

SIDE = 300  # of the square of the two axes, in pixels
MARGIN = 50

STYLE = "text{font:12px sans-serif;fill:#555}path{stroke:#999;fill:none}circle{fill:#2b6cb3;fill-opacity:.7}"


def reliability_svg(bins: Iterable[Bin]) -> str:
    """A dot a bin, its area by the number of events; on the diagonal both shares are the same."""
    filled = [bin for bin in bins if bin.predicted]
    total = sum(bin.predicted for bin in filled)
    side = SIDE + 2 * MARGIN
    far = MARGIN + SIDE
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img">',
        f"<title>Share of right events by claimed confidence, {total} events</title>",
        f"<style>{STYLE}</style>",
        f'<rect width="{side}" height="{side}" fill="#fff"/>',
        f'<path d="M{MARGIN} {MARGIN}V{far}H{far}"/>',
        f'<path d="M{MARGIN} {far}L{far} {MARGIN}" stroke-dasharray="4"/>',
        *(_tick(number / 5) for number in range(6)),
        f'<text x="{side / 2:g}" y="{side - 10}" text-anchor="middle">confidence claimed</text>',
        f'<text transform="translate(14 {side / 2:g}) rotate(-90)" text-anchor="middle">share right</text>',
        *(_dot(bin, total) for bin in filled),
        "</svg>",
    )) + "\n"  # fmt: skip


def _x(share: float) -> float:
    return round(MARGIN + SIDE * share, 1)


def _y(share: float) -> float:
    return round(MARGIN + SIDE * (1 - share), 1)


def _tick(share: float) -> str:
    return (
        f'<text x="{_x(share):g}" y="{MARGIN + SIDE + 18}" text-anchor="middle">{share:g}</text>'
        f'<text x="{MARGIN - 8}" y="{_y(share) + 4:g}" text-anchor="end">{share:g}</text>'
    )


def _dot(bin: Bin, total: int) -> str:
    radius = round(4 + 16 * (bin.predicted / total) ** 0.5, 1)
    said = f"{bin.predicted} events claim {bin.claimed:.2f}, {bin.share_right:.2f} are right"
    return (
        f'<circle cx="{_x(bin.claimed):g}" cy="{_y(bin.share_right):g}" r="{radius:g}">'
        f"<title>{said}</title></circle>"
    )

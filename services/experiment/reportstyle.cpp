// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportstyle.h"

namespace services::experiment {

using namespace Qt::StringLiterals;

QString reportStyle()
{
    return uR"(
:root { --paper: #fbfaf8; --ink: #23262b; --soft: #6b717a; --line: #dcd9d3; --first: #2f6db5; --second: #b5642f;
  --third: #5a8f3d; --working: #2c7a4b; --degraded: #96690a; --down: #b3362c; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1d21; --ink: #e4e5e8; --soft: #9aa0a9; --line: #3a3e45; --first: #7fb2ef; --second: #eda06b;
    --third: #a0cf84; --working: #79cf9b; --degraded: #e3b75b; --down: #f08a80; } }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; max-width: 1240px;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-weight: 600; font-size: 1.6rem; margin-bottom: 0; }
h2 { font-weight: 600; font-size: 1.1rem; margin-top: 2rem; }
.note, small, .axis { color: var(--soft); fill: var(--soft); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); }
tbody th { font-weight: 600; }
td small { display: block; font-size: .75rem; }
td.figure { text-align: right; }
.working { color: var(--working); } .degraded { color: var(--degraded); } .down { color: var(--down); }
.unknown { color: var(--soft); }
.timeline { width: 100%; max-width: 920px; height: auto; display: block; }
.axis { font-size: 11px; }
.grid { stroke: var(--line); }
.curve { fill: none; stroke-width: 2; stroke: var(--third); }
.curve.fleet-0 { stroke: var(--first); } .curve.fleet-1 { stroke: var(--second); stroke-dasharray: 6 2; }
.fault { fill: var(--third); opacity: .12; } .fault.fleet-0 { fill: var(--first); } .fault.fleet-1 { fill: var(--second); }
.crash { stroke: var(--down); stroke-width: 1.5; stroke-dasharray: 2 3; }
.key { display: inline-block; width: 1.2rem; height: .2rem; margin: 0 .4rem .25rem .8rem; background: var(--third); }
.key.fleet-0 { background: var(--first); } .key.fleet-1 { background: var(--second); } .key.crash { background: var(--down); }
)"_s;
}

} // namespace services::experiment

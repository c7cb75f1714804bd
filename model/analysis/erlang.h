// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace model::analysis {

// The share of arrivals which find all `servers` busy and leave (M/M/c/c), for an offered load in erlangs:
// Erlang's B formula, by the recursion B(0) = 1, B(c) = a B(c-1) / (c + a B(c-1)), which cannot overflow.
// A. K. Erlang, 1917; Gross, Shortle, Thompson, Harris: Fundamentals of Queueing Theory, 4th ed., 2.5.
double erlangB(int servers, double erlangs);

// The share of arrivals which find all servers busy and wait (M/M/c): Erlang's C formula, out of B as
// C = B / (1 - rho (1 - B)). 1 when the load is as much as the servers can do, or more. Same source, 2.3.
double erlangC(int servers, double erlangs);

} // namespace model::analysis

// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "erlang.h"

namespace model::analysis {

double erlangB(int servers, double erlangs)
{
    double blocked = 1;
    for (int server = 1; server <= servers; ++server)
        blocked = erlangs * blocked / (server + erlangs * blocked);
    return blocked;
}

double erlangC(int servers, double erlangs)
{
    if (erlangs >= servers)
        return 1;
    const double blocked = erlangB(servers, erlangs);
    return blocked / (1 - erlangs / servers * (1 - blocked));
}

} // namespace model::analysis

// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"

#include <chrono>

namespace app::graph {

// The way of a picture's nodes from where they were to where they will be. Pure arithmetic on a given time.
class SceneTransition
{
public:
    using Moment = std::chrono::duration<double>;

    void start(GraphScene from, GraphScene to, Moment now, Moment takes);
    void stop() { m_isRunning = false; }
    bool isRunning() const { return m_isRunning; }
    // How it looks then; once it is over, the picture as it will stay.
    GraphScene at(Moment now);

private:
    GraphScene m_from;
    GraphScene m_to;
    Moment m_started{0};
    Moment m_takes{0};
    bool m_isRunning = false;
};

} // namespace app::graph

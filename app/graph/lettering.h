// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/layoutrequest.h>

#include <QFont>

namespace app::graph {

// How the picture's words are written, and how big its boxes must be to hold them. In the layout's pixels,
// whatever the screen's resolution: boxes and texts scale together. A value.
class Lettering
{
public:
    explicit Lettering(const QFont &font);

    const QFont &title() const { return m_title; }
    const QFont &small() const { return m_small; }

    // Small boxes and narrow gaps: what is saved here makes everything else larger.
    model::layout::Sizes sizes(const model::system::System &system,
                               const model::packaging::Packaging &packaging) const;

private:
    double widest(const QStringList &words, const QFont &font) const;

    QFont m_title;
    QFont m_small;
};

} // namespace app::graph

// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "beat.h"

#include <QRectF>

namespace app::sagas {

// Where the lifelines of a sequence diagram stand in a place so wide. A value.
class Lifelines
{
public:
    explicit Lifelines(QRectF place)
        : m_place(place)
    {
    }

    double x(Party party) const
    {
        return m_place.left() + timeWidth + (static_cast<double>(party) + 0.5) * gap();
    }
    double gap() const { return (m_place.width() - timeWidth) / parties; }

    static constexpr double timeWidth = 84; // to the left of all

private:
    QRectF m_place;
};

} // namespace app::sagas

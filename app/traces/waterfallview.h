// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "waterfallmodel.h"

#include <app/tables/headedlist.h>

namespace app::traces {

class BarPainter;

// A trace as a waterfall, with a scale of time above it. GUI thread.
class WaterfallView : public tables::HeadedList
{
    Q_OBJECT
public:
    explicit WaterfallView(QWidget *parent = nullptr);
    void setTheme(const style::Theme &theme);
    void show(const model::telemetry::Trace &trace,
              const model::system::System &system,
              const model::packaging::Packaging &packaging);
    WaterfallModel &waterfall() { return *m_waterfall; }
    // Shows where a story is.
    void point(int span);

Q_SIGNALS:
    void chosen(int span); // position in the trace; -1: none

protected:
    void paintHead(QPainter &painter, const QRectF &place) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    WaterfallModel *m_waterfall;
    BarPainter *m_painter;
};

} // namespace app::traces

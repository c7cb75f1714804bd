// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "waterfallmodel.h"

#include <app/style/theme.h>

#include <QListView>

namespace app::traces {

class BarPainter;

// A trace as a waterfall, with a scale of time above it. GUI thread.
class WaterfallView : public QListView
{
    Q_OBJECT
public:
    explicit WaterfallView(QWidget *parent = nullptr);
    void setTheme(const style::Theme &theme);
    void show(const model::telemetry::Trace &trace, const model::system::System &system);
    WaterfallModel &waterfall() { return *m_waterfall; }
    // Shows where a story is.
    void point(int span);

Q_SIGNALS:
    void chosen(int span); // position in the trace; -1: none

protected:
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    class Scale;
    WaterfallModel *m_waterfall;
    Scale *m_scale;
    BarPainter *m_painter;
};

} // namespace app::traces

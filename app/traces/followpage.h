// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "talecolumn.h"

#include <model/telemetry/trace.h>

#include <QTimer>

class QHBoxLayout;
class QPushButton;

namespace app::traces {

class WaterfallView;

// A request as it went in one of several shapes, which tell it moment by moment.
struct ToldShape
{
    int fleet = 0;
    Tale tale;
    std::vector<int> moments; // which of its steps is told then
};

// Plays one request at human speed: a sentence for each step, beside the same journey in the other shape, and
// the waterfall. One steps by buttons, by the arrow keys, and by pointing at a sentence in either shape: what
// is shown of both follows from that one step alone, whichever way one came. GUI thread.
class FollowPage : public QWidget
{
    Q_OBJECT
public:
    FollowPage(const model::system::System &system,
               const std::vector<model::packaging::Packaging> &packagings,
               QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void setFleetVisible(int fleet, bool visible);
    // The request to follow, from its beginning.
    void follow(int fleet, const model::telemetry::Trace &trace);
    // The same journey in another shape, once one is followed; an empty trace: there is none.
    void compareWith(int fleet, const model::telemetry::Trace &trace);
    void stop(); // playing

    int fleet() const { return m_fleet; }
    int step() const; // of the request that is followed
    const Tale &tale() const;
    // The followed request, and the same one in the other shapes that are seen and tell it.
    std::vector<ToldShape> telling() const;
    bool isPlaying() const { return m_playing.isActive(); }
    void setPace(std::chrono::milliseconds pace) { m_pace = pace; }

Q_SIGNALS:
    void stepShown(int fleet, const app::traces::TaleStep &step);
    void nothingShown(int fleet); // of the request that is followed now
    void left();
    void exportWanted(const std::vector<app::traces::ToldShape> &telling);

private:
    void buildControls(QHBoxLayout &row);
    TaleColumn &column(int fleet) const { return *m_columns[static_cast<size_t>(fleet)]; }
    void turn(int fleet, int step);
    void go(int step);
    void showStep();
    void setPlaying(bool playing);
    void showControls();

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    std::vector<TaleColumn *> m_columns; // by fleet
    WaterfallView *m_waterfall;
    QLabel *m_title;
    QLabel *m_position;
    QPushButton *m_guilty = nullptr; // leads to where it fails
    QPushButton *m_back = nullptr;
    QPushButton *m_play = nullptr;
    QPushButton *m_next = nullptr;
    QTimer m_playing;
    std::chrono::milliseconds m_pace{3200}; // for a sentence: time enough to read it and to look
    int m_fleet = 0;
    struct
    {
        int fleet = 0;
        int step = -1;
    } m_at; // the step that all shapes show, and in whose telling; -1: none
};

} // namespace app::traces

// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include <optional>
#include <vector>

class QLabel;

namespace app::journeys {

// What happened, in words, and how many journeys it cost each shape: as the model predicts, and as the
// shoppers measure; where the two disagree, both with their reasons. While a fault is pointed at, what it
// would do instead. GUI thread.
class LossCard : public QFrame
{
    Q_OBJECT
public:
    struct Loss
    {
        QString story; // a sentence about what is down or suffers; empty: all is well
        bool isDown = false; // it is about instances
        bool isBroken = false; // faults are in force
        int predicted = 0;
        int measured = 0;
        bool isSettled = false; // so that the two can be compared
        QStringList disagreements; // a sentence each
        QStringList untried = {}; // journeys which nobody has tried lately
        bool isPast = false; // it was so at an earlier moment: what was predicted then is not remembered
    };

    LossCard(const QStringList &fleetTitles, size_t journeys, QWidget *parent = nullptr);

    void show(const std::vector<Loss> &losses);
    void setFleetVisible(int fleet, bool visible);
    struct Prediction
    {
        int fleet = 0;
        int hurt = 0; // journeys
        QString title;
        QString words;
    };
    void predict(const Prediction &prediction);
    void forgetPrediction();

private:
    void showVerdict();
    void showCounts(size_t fleet);
    void describe(); // all that it says, for whoever rests on it or listens

    struct Column
    {
        QString title;
        QLabel *head = nullptr;
        QLabel *predicted = nullptr;
        QLabel *measured = nullptr;
        bool visible = true;
    };

    size_t m_journeys;
    std::vector<Column> m_columns;
    std::vector<Loss> m_losses;
    std::optional<Prediction> m_prediction;
    QLabel *m_title;
    QLabel *m_story;
    QLabel *m_verdict;
};

} // namespace app::journeys

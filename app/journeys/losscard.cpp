// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "losscard.h"

#include <app/style/label.h>

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace app::journeys {

using namespace Qt::StringLiterals;
using style::label;

LossCard::LossCard(const QStringList &fleetTitles, size_t journeys, QWidget *parent)
    : QFrame(parent)
    , m_journeys(journeys)
    , m_title(label({}, "heading"))
    , m_story(label({}, "subtle"))
    , m_verdict(label({}, "subtle"))
{
    setProperty("kind", u"card"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 6, 10, 6);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    const int columns = 1 + static_cast<int>(fleetTitles.size());
    grid->addWidget(m_title, 0, 0, 1, columns);
    grid->addWidget(label(tr("Journeys hurt"), "subtle"), 1, 0);
    grid->addWidget(label(tr("Predicted"), "subtle"), 2, 0);
    grid->addWidget(label(tr("Measured"), "subtle"), 3, 0);
    m_verdict->setObjectName(u"verdict"_s);
    m_verdict->setContentsMargins(0, 3, 0, 0);
    grid->addWidget(m_verdict, 4, 0, 1, columns);
    m_story->setObjectName(u"story"_s);
    m_story->setContentsMargins(0, 3, 0, 0);
    grid->addWidget(m_story, 5, 0, 1, columns); // the longest stands last: it pushes nothing out of sight
    grid->setColumnStretch(0, 1);
    for (const auto &title : fleetTitles) {
        Column column{title, label(title, "subtle"), label({}, "heading"), label({}, "heading")};
        const int at = 1 + static_cast<int>(m_columns.size());
        int row = 1;
        for (auto *part : {column.head, column.predicted, column.measured}) {
            part->setWordWrap(false);
            grid->addWidget(part, row++, at, Qt::AlignRight);
        }
        column.predicted->setToolTip(tr("Predicted by the model from what is in force and what is down"));
        column.measured->setToolTip(tr("Measured: journeys that fail or are degraded for shoppers"));
        m_columns.push_back(column);
    }
}

void LossCard::show(const std::vector<Loss> &losses)
{
    m_losses = losses;
    QStringList lines;
    bool isDown = false;
    bool isBroken = false;
    for (size_t fleet = 0; fleet < std::min(losses.size(), m_columns.size()); ++fleet) {
        auto &column = m_columns[fleet];
        const bool isPondered = m_prediction.has_value() && m_prediction->fleet == static_cast<int>(fleet);
        const int predicted = isPondered ? m_prediction->hurt : losses[fleet].predicted;
        column.predicted->setText(tr("%1 of %2").arg(predicted).arg(m_journeys));
        column.measured->setText(tr("%1 of %2").arg(losses[fleet].measured).arg(m_journeys));
        column.predicted->setAccessibleName(
            tr("%1, predicted: %2 hurt").arg(column.title, column.predicted->text()));
        column.measured->setAccessibleName(
            tr("%1, measured: %2 hurt").arg(column.title, column.measured->text()));
        isDown = isDown || (losses[fleet].isDown && column.visible);
        isBroken = isBroken || (losses[fleet].isBroken && column.visible);
        if (!losses[fleet].story.isEmpty() && column.visible)
            lines << u"%1: %2"_s.arg(column.title, losses[fleet].story);
    }
    showVerdict();
    if (m_prediction.has_value())
        return describe();
    m_title->setText(lines.isEmpty() ? tr("Everything is up")
                         : isDown    ? tr("Something is down")
                         : isBroken  ? tr("Something is broken")
                                     : tr("Everything is up, yet not well"));
    m_story->setText(lines.isEmpty()
                         ? tr("All instances answer. Break something, and see what customers lose.")
                         : lines.join(u'\n').replace(u" %"_s, u"\u00a0%"_s)); // stays with its number
    describe();
}

// Where the panel is low, not all of it is in sight at once.
void LossCard::describe()
{
    QStringList parts{m_title->text()};
    if (!m_verdict->isHidden())
        parts << m_verdict->text();
    parts << m_story->text();
    const QString all = parts.join(u'\n');
    if (all == accessibleDescription())
        return;
    setToolTip(style::tip(all));
    setAccessibleDescription(all);
}

void LossCard::showVerdict()
{
    QStringList lines;
    bool isAnythingWrong = false;
    bool isSettled = true;
    QStringList untried; // somewhere
    for (size_t fleet = 0; fleet < std::min(m_losses.size(), m_columns.size()); ++fleet) {
        const auto &loss = m_losses[fleet];
        if (!m_columns[fleet].visible)
            continue;
        isAnythingWrong = isAnythingWrong || loss.isDown || loss.isBroken;
        isSettled = isSettled && loss.isSettled;
        for (const auto &journey : loss.untried) {
            if (!untried.contains(journey))
                untried << journey;
        }
        for (const auto &disagreement : loss.disagreements)
            lines << tr("≠ %1: %2").arg(m_columns[fleet].title, disagreement);
    }
    const bool isShown = !m_prediction.has_value() && (isAnythingWrong || !lines.isEmpty());
    m_verdict->setVisible(isShown);
    if (lines.isEmpty())
        lines << (!isSettled              ? tr("… Measuring whether it comes as predicted.")
                      : untried.isEmpty() ? tr("✓ Measured as predicted.")
                      : untried.size() == static_cast<qsizetype>(m_journeys)
                      ? tr("? Nobody has tried anything lately: more shoppers would tell.")
                      : tr("✓ Measured as predicted, as far as tried."));
    if (isSettled && !untried.isEmpty() && untried.size() < static_cast<qsizetype>(m_journeys))
        lines << tr("? Not tried lately: %1.").arg(untried.join(u", "_s));
    m_verdict->setText(lines.join(u'\n'));
}

void LossCard::setFleetVisible(int fleet, bool visible)
{
    auto &column = m_columns[static_cast<size_t>(fleet)];
    column.visible = visible;
    for (auto *part : {column.head, column.predicted, column.measured})
        part->setVisible(visible);
}

void LossCard::predict(const Prediction &prediction)
{
    m_prediction = prediction;
    m_title->setText(prediction.title);
    m_story->setText(prediction.words);
    show(m_losses);
}

void LossCard::forgetPrediction()
{
    if (!m_prediction.has_value())
        return;
    m_prediction.reset();
    show(m_losses);
}

} // namespace app::journeys

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

namespace {

// Of the moment that is looked back at.
QString titleOfThen(bool isWell, bool isDown, bool isBroken)
{
    if (isWell)
        return LossCard::tr("Everything was up");
    if (isDown)
        return LossCard::tr("Something was down");
    return isBroken ? LossCard::tr("Something was broken") : LossCard::tr("Everything was up, yet not well");
}

} // namespace

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
    bool isPast = false;
    for (size_t fleet = 0; fleet < std::min(losses.size(), m_columns.size()); ++fleet) {
        const auto &column = m_columns[fleet];
        showCounts(fleet);
        isPast = isPast || losses[fleet].isPast;
        isDown = isDown || (losses[fleet].isDown && column.visible);
        isBroken = isBroken || (losses[fleet].isBroken && column.visible);
        if (!losses[fleet].story.isEmpty() && column.visible)
            lines << u"%1: %2"_s.arg(column.title, losses[fleet].story);
    }
    showVerdict();
    if (m_prediction.has_value())
        return describe();
    const QString calm = isPast ? tr("All instances answered.")
                                : tr("All instances answer. Break something, and see what customers lose.");
    m_title->setText(isPast                ? titleOfThen(lines.isEmpty(), isDown, isBroken)
                         : lines.isEmpty() ? tr("Everything is up")
                         : isDown          ? tr("Something is down")
                         : isBroken        ? tr("Something is broken")
                                           : tr("Everything is up, yet not well"));
    m_story->setText(
        lines.isEmpty() ? calm : lines.join(u'\n').replace(u" %"_s, u"\u00a0%"_s)); // stays with its number
    describe();
}

void LossCard::showCounts(size_t fleet)
{
    const auto &column = m_columns[fleet];
    const auto &loss = m_losses[fleet];
    const bool isPondered = m_prediction.has_value() && m_prediction->fleet == static_cast<int>(fleet);
    const int predicted = isPondered ? m_prediction->hurt : loss.predicted;
    const bool isKnown = !loss.isPast; // then nothing is pondered
    column.predicted->setText(isKnown ? tr("%1 of %2").arg(predicted).arg(m_journeys) : u"–"_s);
    column.measured->setText(tr("%1 of %2").arg(loss.measured).arg(m_journeys));
    column.predicted->setAccessibleName(
        isKnown ? tr("%1, predicted: %2 hurt").arg(column.title, column.predicted->text())
                : tr("%1, predicted: what was predicted then is not remembered").arg(column.title));
    column.measured->setAccessibleName(
        tr("%1, measured: %2 hurt").arg(column.title, column.measured->text()));
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
    const bool isPast = !m_losses.empty() && m_losses.front().isPast; // then they all are
    const bool isShown = !m_prediction.has_value() && !isPast && (isAnythingWrong || !lines.isEmpty());
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

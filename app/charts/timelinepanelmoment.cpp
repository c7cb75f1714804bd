// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Going back to a moment, and taking the last minutes along.

#include "timelinepanel.h"
#include "timelinesvg.h"

#include <app/wording/figures.h>

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace app::charts {

using namespace Qt::StringLiterals;

void TimelinePanel::goTo(Seconds moment)
{
    const auto &points = m_history.points();
    if (points.empty())
        return;
    const auto nearest = std::ranges::min_element(
        points, {}, [&](const auto &point) { return std::abs((point.at - moment).count()); });
    if (nearest->at == points.back().at)
        return backToNow();
    if (m_moment == nearest->at)
        return;
    m_moment = nearest->at;
    showMoment();
    Q_EMIT momentChosen(*m_begin + std::chrono::duration_cast<std::chrono::nanoseconds>(*m_moment));
}

void TimelinePanel::backToNow()
{
    const bool wasBack = std::exchange(m_moment, std::nullopt).has_value();
    showMoment();
    if (wasBack)
        Q_EMIT momentChosen({});
}

void TimelinePanel::showMoment()
{
    for (const auto &slot : m_slots)
        slot.chart->setCursor(m_moment);
    const Seconds ago = m_moment.has_value() ? m_history.points().back().at - *m_moment : Seconds(0);
    const QSignalBlocker quiet(m_back);
    m_back->setValue(-static_cast<int>(std::lround(ago.count())));
    m_ago->setText(m_moment.has_value() ? tr("%1 ago").arg(
                       wording::ago(std::chrono::duration_cast<std::chrono::nanoseconds>(ago)))
                                        : tr("now"));
    m_now->setEnabled(m_moment.has_value());
}

void TimelinePanel::buildExport()
{
    auto *menu = new QMenu(m_export);
    menu->addAction(tr("Table (CSV)"), this,
                    [this] { save(u"csv"_s, [this] { return m_history.toCsv(m_fleets); }); });
    menu->addAction(tr("Picture (PNG)"), this, [this] { save(u"png"_s, [this] { return asPng(); }); });
    menu->addAction(tr("Drawing (SVG)"), this, [this] { save(u"svg"_s, [this] { return asSvg(); }); });
    m_export->setMenu(menu);
}

QByteArray TimelinePanel::asPng()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    grab().save(&buffer, "PNG");
    return bytes;
}

QByteArray TimelinePanel::asSvg() const
{
    TimelineDrawing drawing;
    drawing.fleets = m_fleets;
    for (const auto &slot : m_slots)
        drawing.figures.push_back(figureOf(slot));
    drawing.deeds.assign(m_deeds.begin(), m_deeds.end());
    return drawTimeline(drawing, m_history, m_theme);
}

void TimelinePanel::save(const QString &suffix, std::function<QByteArray()> content)
{
    auto *dialog = new QFileDialog(this, tr("Save the time line"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"*.%1"_s.arg(suffix));
    dialog->selectFile(u"timeline.%1"_s.arg(suffix));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, content = std::move(content)](const QString &path) {
            QSaveFile file(path);
            const auto bytes = content();
            const bool isWritten
                = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
            Q_EMIT complained(isWritten ? tr("The time line is in %1.").arg(QDir::toNativeSeparators(path))
                                        : tr("%1 could not be written: %2. Choose another place.")
                                              .arg(QDir::toNativeSeparators(path), file.errorString()));
        });
    dialog->open();
}

} // namespace app::charts

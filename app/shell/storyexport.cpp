// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storyexport.h"

#include "filewriting.h"
#include "gif.h"
#include "whenfinished.h"

#include <app/graph/followpainter.h>
#include <app/graph/followsvg.h>
#include <app/style/png.h>

#include <QDir>
#include <QPainter>

namespace app::shell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto sentenceIsRead = 3500ms;

} // namespace

StoryExport::StoryExport(graph::FollowedStory story, Look look, QObject *parent)
    : QObject(parent)
    , m_story(std::move(story))
    , m_look(std::move(look))
    , m_frames(m_story.moments())
{
    connect(&m_next, &QTimer::timeout, this, &StoryExport::drawNext);
}

void StoryExport::writeInto(const QString &folder)
{
    m_folder = folder;
    write(u"story.svg"_s,
          [story = m_story, theme = m_look.theme] { return graph::writeStory(story, theme); });
    m_next.start(0);
}

void StoryExport::write(const QString &name, std::function<QByteArray()> content)
{
    ++m_open;
    whenFinished(writeFile(QDir(m_folder).filePath(name), std::move(content)), this,
                 [this](const QString &failure) { settle(failure); });
}

void StoryExport::drawNext()
{
    if (m_drawn == m_story.moments())
        return m_next.stop();
    QImage image(sizeOfFrame, QImage::Format_RGB32);
    {
        QPainter painter(&image);
        graph::FollowPainter(painter, m_look.theme, m_look.font)
            .paintFrame(m_story, m_drawn, QSizeF(sizeOfFrame));
    }
    const auto step = m_drawn++;
    write(u"step-%1.png"_s.arg(m_drawn, 2, 10, QLatin1Char('0')), [image] { return style::pngOf(image); });
    ++m_open;
    whenFinished(inBackground<QByteArray>([image] { return gifFrame(image, sentenceIsRead); }), this,
                 [this, step](const QByteArray &frame) { keep(step, frame); });
}

void StoryExport::keep(size_t step, const QByteArray &frame)
{
    m_frames[step] = frame;
    settle({});
}

void StoryExport::settle(const QString &failure)
{
    --m_open;
    if (m_failure.isEmpty())
        m_failure = failure;
    if (m_open > 0 || m_drawn < m_story.moments())
        return;
    if (std::exchange(m_isFilmed, true))
        return end();
    QByteArray film = gifBegin(sizeOfFrame);
    for (const auto &frame : m_frames)
        film += frame;
    film += gifEnd();
    write(u"story.gif"_s, [film] { return film; });
}

void StoryExport::end()
{
    if (m_failure.isEmpty())
        Q_EMIT written(QDir::toNativeSeparators(m_folder), static_cast<int>(m_story.moments()));
    else
        Q_EMIT failed(m_failure);
    deleteLater();
}

} // namespace app::shell

// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storyexport.h"

#include "gif.h"
#include "whenfinished.h"

#include <QDir>
#include <QPainter>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <functional>

namespace app::shell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto sentenceIsRead = 3500ms;

template<typename T>
QFuture<T> inBackground(std::function<T()> work)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

// The file's name when it could not be written, else nothing.
QString writeFile(const QString &path, const std::function<bool(QSaveFile &)> &fill)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && fill(file) && file.commit() ? QString() : path;
}

QFuture<QString> writeLater(const QString &path, const QByteArray &bytes)
{
    return inBackground<QString>([path, bytes] {
        return writeFile(path, [&](QSaveFile &file) { return file.write(bytes) == bytes.size(); });
    });
}

} // namespace

StoryExport::StoryExport(Subject subject, graph::SvgStory story, QObject *parent)
    : QObject(parent)
    , m_subject(std::move(subject))
    , m_story(std::move(story))
    , m_frames(m_story.steps.size())
{
    connect(&m_next, &QTimer::timeout, this, &StoryExport::drawNext);
}

void StoryExport::writeInto(const QString &folder)
{
    m_folder = folder;
    ++m_open;
    const auto svg = graph::writeStory(m_story, m_subject.view.scene(), m_subject.packaging, m_subject.theme);
    whenFinished(writeLater(QDir(folder).filePath(u"story.svg"_s), svg), this,
                 [this](const QString &failedFile) { settle(failedFile); });
    m_next.start(0);
}

void StoryExport::drawNext()
{
    if (m_drawn == m_story.steps.size())
        return m_next.stop();
    QImage image(sizeOfFrame, QImage::Format_RGB32);
    {
        QPainter painter(&image);
        m_subject.light.paintStill(painter, QSizeF(sizeOfFrame), m_story.steps[m_drawn]);
    }
    const auto step = m_drawn++;
    m_open += 2;
    const QString path = QDir(m_folder).filePath(u"step-%1.png"_s.arg(m_drawn, 2, 10, QLatin1Char('0')));
    whenFinished(inBackground<QString>([path, image] {
                     return writeFile(path, [&](QSaveFile &file) { return image.save(&file, "PNG"); });
                 }),
                 this, [this](const QString &failedFile) { settle(failedFile); });
    whenFinished(inBackground<QByteArray>([image] { return gifFrame(image, sentenceIsRead); }), this,
                 [this, step](const QByteArray &frame) { keep(step, frame); });
}

void StoryExport::keep(size_t step, const QByteArray &frame)
{
    m_frames[step] = frame;
    settle({});
}

void StoryExport::settle(const QString &failedFile)
{
    --m_open;
    if (m_failedFile.isEmpty())
        m_failedFile = failedFile;
    if (m_open > 0 || m_drawn < m_story.steps.size())
        return;
    if (std::exchange(m_isFilmed, true))
        return end();
    QByteArray film = gifBegin(sizeOfFrame);
    for (const auto &frame : m_frames)
        film += frame;
    film += gifEnd();
    ++m_open;
    whenFinished(writeLater(QDir(m_folder).filePath(u"story.gif"_s), film), this,
                 [this](const QString &file) { settle(file); });
}

void StoryExport::end()
{
    if (m_failedFile.isEmpty())
        Q_EMIT written(m_folder, static_cast<int>(m_story.steps.size()));
    else
        Q_EMIT failed(tr("%1 could not be written. Choose a folder that you may write to and that has room.")
                          .arg(QDir::toNativeSeparators(m_failedFile)));
    deleteLater();
}

} // namespace app::shell

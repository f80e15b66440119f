import {CircleCheck, TriangleAlert, X} from 'lucide-react';
import {useEffect, useState} from 'react';
import {Button, IconButton} from '../parts/button.tsx';
import {Progress} from '../parts/progress.tsx';
import {useView} from '../state/view.ts';
import {dismiss, type Job, type Notice, stop, useWork} from '../state/work.ts';

const SHOW_JOB_AFTER_MS = 900;
const SHOW_NOTICE_FOR_MS = 6000;

/** Work that takes longer than a second, with a way to stop it; and what was done or could not be. */
export function Notices() {
  // What can be kept of a search is told in its own panel while that is open.
  const searching = useView(({panel}) => panel === 'search');
  const jobs = useWork((work) => work.jobs).filter(({keep}) => keep === null || !searching);
  const notices = useWork((work) => work.notices);
  return (
    <section className="notices" aria-label="Notices" aria-live="polite">
      {jobs.map((job) => (
        <JobNotice key={job.id} job={job} />
      ))}
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function JobNotice({job}: {job: Job}) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_JOB_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="notice">
      <div className="notice-work">
        <span>{job.doing}</span>
        <Progress label={job.doing} done={job.done} of={job.of} />
      </div>
      <Button onPress={() => stop(job)}>Stop</Button>
    </div>
  );
}

function NoticeCard({notice: {id, tone, sentence}}: {notice: Notice}) {
  // Trouble stays until it is read; what went well need not be put away.
  useEffect(() => {
    if (tone === 'trouble') return;
    const timer = setTimeout(() => dismiss(id), SHOW_NOTICE_FOR_MS);
    return () => clearTimeout(timer);
  }, [id, tone]);
  return (
    <div className="notice" data-tone={tone}>
      {tone === 'done' ? <CircleCheck size={16} aria-hidden="true" /> : <TriangleAlert size={16} aria-hidden="true" />}
      <p>{sentence}</p>
      <IconButton name="Dismiss" placement="left" onPress={() => dismiss(id)}>
        <X size={14} />
      </IconButton>
    </div>
  );
}
